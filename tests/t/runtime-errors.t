# What an error says: the place, the statement with a caret, the state of the database; and never a password. Its programs link
# libmigrate().
use strict;
use warnings;
use utf8;
use lib 'tests/lib';

use Cluster qw(run spew tempdir);
use Encode qw(encode_utf8);
use Fixture;
use IO::Socket::INET;
use Test::More;

binmode $_, ':utf8' for Test::More->builder->output, Test::More->builder->failure_output;

my $pg = Cluster->new(tcp => 1);
my $databases = 0;

# a C string
sub c {
	my ($sql) = @_;
	my $text = encode_utf8($sql) =~ s/([\\"])/\\$1/gr =~ s/\n/\\n/gr =~ s/\t/\\t/gr;

	return qq("$text");
}

# upgrade an empty database with this as the second migration's statement; returns the error
sub failing {
	my ($sql, %define) = @_;
	my $db = 'f' . ++$databases;
	my $program = fixture('one', SQL => c($sql), %define);

	$pg->createdb($db);
	my ($exit, undef, $err) = run($program, '--url', $pg->url($db), 'upgrade');
	is($exit, 1, "fails: " . substr $sql, 0, 40);
	utf8::decode($err);
	return $err;
}

is(failing("INSERT INTO t (id, nmae) VALUES (1, 'x')"), <<'END', 'an error in one line');
migrate: upgrade of revision 222222222222 (Second) failed
versions/second.lua:7: the operation
ERROR 42703: column "nmae" of relation "t" does not exist
    INSERT INTO t (id, nmae) VALUES (1, 'x')
                       ^
rolled back; the database is at 111111111111
END

is(failing("SELECT id,\n\tname\nFROM t\n\tWHERE 'ü日本' = 'x' AND nmae = 1\nORDER BY 1"), <<'END', 'in many lines, behind tabs and wide letters');
migrate: upgrade of revision 222222222222 (Second) failed
versions/second.lua:7: the operation
ERROR 42703: column "nmae" does not exist
hint: Perhaps you meant to reference the column "t.name".
      2 |     name
      3 | FROM t
      4 |     WHERE 'ü日本' = 'x' AND nmae = 1
                                      ^
rolled back; the database is at 111111111111
END

my $long = failing('SELECT ' . join(', ', map { "'value number $_'" } 1 .. 500) . ', nope, ' . join(', ', 1 .. 500));
my ($shown, $caret) = $long =~ /^(    …?.*)\n( *\^)$/m;
cmp_ok(length $shown, '<', 130, 'a long line is cut');
is(substr($shown, length($caret) - 1, 4), 'nope', 'and the caret stands right');

like(failing("INSERT INTO t SELECT 1; DROP TABLE t"), qr/42601: cannot insert multiple commands/, 'one statement a step');
like(failing("DO \$\$ BEGIN\n\tPERFORM nope();\nEND \$\$"),
	qr/42883: function nope\(\) does not exist\nhint: .*in a statement that a function ran:\n    SELECT nope\(\)\n           \^\n.*context: PL\/pgSQL function inline_code_block line 2 at PERFORM/s,
	'an error inside of a function');
like(failing('CREATE UNIQUE INDEX ON t (id)', SQL_BEFORE => c('INSERT INTO t VALUES (1), (1)')),
	qr/ERROR 23505: .*\ndetail: Key \(id\)=\(1\) is duplicated\.\n    CREATE UNIQUE INDEX/, 'the detail is printed');
like(failing('INSERT INTO u VALUES (1), (1)', SQL_BEFORE => c('CREATE TABLE u (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)')),
	qr/while committing\nERROR 23505: .*rolled back; the database is at 111111111111$/s, 'an error at COMMIT');
like(failing('COPY t FROM STDIN'), qr/COPY from stdin failed: a migration has no data/, 'COPY FROM STDIN');
like(failing('COPY t TO STDOUT'), qr/COPY TO STDOUT has nowhere to go in a migration/, 'COPY TO STDOUT');
like(failing("COPY (SELECT repeat('x', 1000) FROM generate_series(1, 50000)) TO STDOUT"), qr/has nowhere to go/, 'however much it is');
for (qw(ROLLBACK COMMIT)) {
	my $said = failing($_);

	like($said, qr/the statement ended the migration's transaction/, "$_ ends the transaction");
	unlike($said, qr/rolled back/, 'and nobody says that all was rolled back');
}
like(failing('VACUUM t'), qr/25001: VACUUM cannot run inside a transaction block/, 'a statement without its flag');
like(failing('SELECT 1 / 0', FLAGS_BEFORE => 'STEP_NO_TRANSACTION'),
	qr/22012: division by zero.*revision 222222222222 is half applied: step 1 of 3 is done and recorded; the same upgrade goes on at step 2$/s,
	'half a migration is named');
like(failing('SELECT 1 / 0', FLAGS => 'STEP_NO_TRANSACTION', FLAGS_BEFORE => 'STEP_NO_TRANSACTION'),
	qr/division by zero.*half applied: step 1 of 3/s, 'also outside of a transaction');
like(failing('SELECT pg_sleep(10)', SQL_BEFORE => c('SET LOCAL statement_timeout = 100')),
	qr/57014: canceling statement due to statement timeout/, 'a timeout is the server\'s error, not a signal');

# connection lost
my $lost = fixture('one', SQL => c('SELECT pg_terminate_backend(pg_backend_pid())'));
$pg->createdb('lost');
my ($exit, $out, $err) = run($lost, '--url', $pg->url('lost'), 'upgrade');
is($exit, 5, 'a connection that is lost');
like($err, qr/terminating connection.*the server rolls back what was not committed; the database is at 111111111111$/s,
	'says where the database is');
my $alone = fixture('one', SQL => c('SELECT pg_terminate_backend(pg_backend_pid())'), FLAGS => 'STEP_NO_TRANSACTION');
($exit, undef, $err) = run($alone, '--url', $pg->url('lost'), 'upgrade');
is($exit, 5, 'lost in a step that stands alone');
like($err, qr/it is not known whether the server has finished this; `migrate current` tells/, 'that is not known');

# connections that never were
my $line = fixture('line');
my $secret = 's3cr3t/pa#ss?w@rd';
my $encoded = Cluster::escape($secret);
my @places = (
	[ "postgresql://tester:$encoded\@127.0.0.1:$pg->{port}/postgres", qr/cannot connect to the database: .*password authentication failed/ ],
	[ "postgresql://tester:$encoded\@127.0.0.1:1/postgres", qr/cannot connect to the database: .*[Cc]onnection refused/ ],
	[ "postgresql://tester:$secret\@127.0.0.1/postgres", qr/percent|%40/ ],
	[ "postgresql://tester:s3cr3t\@x\@127.0.0.1/postgres", qr/more than one '\@' before the host/ ],
	[ "postgresql://tester:s3cr3t/x\@127.0.0.1/postgres", qr/'\@' behind the first '\/'/ ],
	[ "postgresql://tester:s3cr3t?x\@127.0.0.1:1/postgres?ssl=false", qr/[Cc]onnection refused/ ],
	[ "postgresql://tester:s3cr3t?x/\@127.0.0.1/postgres", qr/cannot be read/ ],
	[ "postgresql://tester:s3cr3t%zz\@127.0.0.1/postgres", qr/cannot be read: invalid percent-encoded token/ ],
	[ "mysql://tester:s3cr3t\@127.0.0.1/postgres", qr/does not begin with postgresql:\/\// ],
	[ "postgresql://tester:s3cr3t\@127.0.0.1/postgres?ssl=perhaps", qr/ssl= must be disable, allow/ ],
	[ "postgresql://tester:s3cr3t\@127.0.0.1/postgres?nonsense=s3cr3t", qr/invalid URI query parameter/ ],
	[ 'postgresql://tester:s3cr3t', qr/its port is no number/ ],
	[ 'postgresql://tester:s3cr3t/postgres?ssl=false', qr/its port is no number/ ],
	[ 'postgresql://tester:x@127.0.0.1:1,[::1]:s3cr3t/postgres', qr/its port is no number/ ],
	[ 'postgresql://tester:s3cr3t@127.0.0.1:1,[::1]:1,127.0.0.1/postgres?port=1', qr/cannot connect/ ],
	[ "'postgresql://tester:s3cr3t\@127.0.0.1/postgres'", qr/stands in quotes/ ],
	[ 's3cr3t', qr/is not a database URL/ ],
	[ 'host=127.0.0.1 port=1 password=s3cr3t nonsense=s3cr3t', qr/invalid connection option/ ],
	[ 'host=/nowhere password=s3cr3t', qr/cannot connect.*No such file/ ],
);
for (@places) {
	my ($url, $message) = @$_;
	my $label = $url =~ s/s3cr3t/…/gr;

	for my $way ('--url', 'DATABASE_URL') {
		my @command = $way eq '--url' ? ({}, $line, $way, $url) : ({ env => { $way => $url } }, $line);
		($exit, $out, $err) = run(@command, 'current');
		is($exit, 5, "$way: $label");
		like($err, $message, 'says what is wrong');
		unlike("$out$err", qr/s3cr3t|pa#ss/, 'without a piece of the password');
	}
}

($exit, $out, $err) = run({ env => { PGHOST => 'postgresql://tester:s3cr3t@127.0.0.1/postgres' } }, $line, 'current');
like($err, qr/the name of the host is a URL; a URL goes behind --url/, 'a URL where a host belongs');
unlike("$out$err", qr/s3cr3t/, 'without a piece of the password');

# connections that the server refuses: the hint says what to do
$pg->createdb($_) for qw(private closed);
$pg->psql('postgres', 'CREATE ROLE nologin; CREATE ROLE nobody LOGIN; CREATE ROLE crowd LOGIN CONNECTION LIMIT 0;
	REVOKE CONNECT ON DATABASE private FROM public; ALTER DATABASE closed ALLOW_CONNECTIONS false');
for (
	[ $pg->url('nowhere'), qr/database "nowhere" does not exist\nhint: create it \(CREATE DATABASE\)/ ],
	[ $pg->url('postgres', user => 'stranger'), qr/role "stranger" does not exist\nhint: the role must be there and have LOGIN/ ],
	[ $pg->url('postgres', user => 'nologin'), qr/not permitted to log in\nhint: the role must be there and have LOGIN/ ],
	[ $pg->url('private', user => 'nobody'), qr/permission denied for database "private"\n.*\nhint: its owner may GRANT CONNECT/ ],
	[ $pg->url('postgres', user => 'crowd'), qr/too many connections.*\nhint: run again when others have gone; .*max_connections/ ],
	[ $pg->url('closed'), qr/not currently accepting connections\nhint: ALTER DATABASE . ALLOW_CONNECTIONS true/ ],
	[ "postgresql://tester:no\@127.0.0.1:$pg->{port}/postgres", qr/password authentication failed .*\nhint: the password comes from / ],
) {
	my ($url, $message) = @$_;

	($exit, undef, $err) = run($line, '--url', $url, 'current');
	utf8::decode($err);
	is($exit, 5, 'a connection that is refused');
	like($err, $message, 'with what to do') or diag($err);
	unlike($err, qr/LOCATION/, 'and not where in the server it was');
}
($exit, undef, $err) = run($line, 'upgrade', 'postgresql://tester:s3cr3t@127.0.0.1/postgres');
is("$exit $err", "2 migrate: a database URL goes behind --url\n", 'a URL in the wrong place is not repeated');
($exit, undef, $err) = run($line, 'upgrade', '--ulr=postgresql://tester:s3cr3t@127.0.0.1/postgres');
is("$exit $err", "2 migrate: unknown option '--ulr'; did you mean '--url'?\n", 'nor behind a wrong option');
($exit, undef, $err) = run($line, 'upgrade', '--urlpostgresql://tester:s3cr3t@127.0.0.1/postgres');
is("$exit $err", "2 migrate: unknown option; a value stands apart from its option, or behind '=', as in --url=URL\n", 'nor glued to one');

# every spelling of the same place
my $password = Cluster::escape($pg->{password});
for my $scheme (qw(postgresql postgres postgresql+asyncpg postgresql+psycopg2 postgresql+psycopg)) {
	my $url = "$scheme://tester:$password\@127.0.0.1:$pg->{port}/lost?ssl=prefer&prepared_statement_cache_size=0&async_fallback=true";
	($exit, $out, $err) = run($line, '--url', $url, 'ensure-version');
	is("$exit$err", '0', "$scheme://");
}

# what libpq knows: a password file and a service file
my $files = tempdir();
spew("$files/pgpass", "127.0.0.1:$pg->{port}:*:tester:$pg->{password}\n");
chmod 0600, "$files/pgpass";
spew("$files/service", "[there]\nhost=127.0.0.1\nport=$pg->{port}\nuser=tester\ndbname=lost\n");
my %known = (PGPASSFILE => "$files/pgpass", PGSERVICEFILE => "$files/service");
for ([ {}, '--url', "postgresql://tester\@127.0.0.1:$pg->{port}/lost" ], [ {}, '--url', 'postgresql://?service=there' ],
	[ { PGSERVICE => 'there' } ], [ { PGHOST => '127.0.0.1', PGPORT => $pg->{port}, PGUSER => 'tester', PGDATABASE => 'lost' } ]) {
	my ($env, @arguments) = @$_;

	($exit, undef, $err) = run({ env => { %known, %$env } }, $line, @arguments, 'current');
	is("$exit$err", '0', "@arguments " . join ' ', sort keys %$env);
}

is((run($line, '--url', ' ' . $pg->url('lost') . "\r\n", 'current'))[0], 0, 'white space round a URL is no part of it');
my $inside = $pg->url('lost', tcp => 1);
for ([ { env => { PGDATABASE => $inside, PGHOST => $pg->{dir}, PGPORT => $pg->{port} } }, $line ],
	[ $line, '--url', "host=$pg->{dir} port=$pg->{port} dbname=$inside" ]) {
	($exit, undef, $err) = run(@$_, 'current');
	is("$exit $err", "5 migrate: the name of the database is a URL; a URL goes behind --url or into DATABASE_URL, as it is\n",
		'a URL as the name of a database is not repeated');
}
is((run($line, '--url', $pg->url('lost') . '&options=-csearch_path=x', 'current'))[0], 0, "a second '=' need not be encoded");

# a host that takes connections and never answers
my $silent = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1') or die;
my $dead = '127.0.0.1:' . $silent->sockport;
is((run($line, '--url', "postgresql://tester:$password\@127.0.0.1:1,$dead,127.0.0.1:$pg->{port}/lost?connect_timeout=2", 'current'))[0], 0,
	'each host has connect_timeout of its own');
($exit, undef, $err) = run($line, '--url', "postgresql://tester\@$dead,$dead/lost?connect_timeout=2", 'current');
is("$exit $err", "5 migrate: cannot connect to the database: no answer within 2 s\n", 'and where none answers, that is said');

# the process title and application_name
my $title = fixture('one', SQL => c('INSERT INTO t SELECT 1, application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()'),
	SQL_BEFORE => c('SELECT pg_sleep(1)'));
$pg->createdb($_) for qw(title named);
my $pid = fork // die;
if (!$pid) {
	open STDOUT, '>', '/dev/null';
	exec $title, '--url', $pg->url('title', tcp => 1), 'upgrade';
}
my $seen = '';
for (1 .. 50) {
	select undef, undef, undef, 0.02;
	$seen = do { local (@ARGV, $/) = "/proc/$pid/cmdline"; <> } // '';
	last if $seen =~ /\*\*\*/;
}
like($seen, qr/\0--url\0\*+\0upgrade\0/, 'the URL is out of the process title');
waitpid $pid, 0;
is($pg->psql('title', 'SELECT name FROM t'), 'migrate', 'application_name is migrate');
run({ env => { PGAPPNAME => 'deploy' } }, $title, '--url', $pg->url('named'), 'upgrade');
is($pg->psql('named', 'SELECT name FROM t'), 'deploy', 'unless it is set');

done_testing();
