# --sql: a script that psql replays gives what running gives. Its programs link libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run spew tempdir);
use Fixture;
use Test::More;

my $pg = Cluster->new;
my $line = fixture('line');
my $tmp = tempdir();

# the history and the audit but for times, durations and who
sub rows {
	my ($db, $schema) = @_;

	$schema //= 'public';
	return $pg->psql($db, qq(
		SELECT revision, message, checksum, done, total, started, direction, build
		FROM "$schema".migrate_history ORDER BY revision;
		SELECT action, revision, message, checksum, build FROM "$schema".migrate_audit ORDER BY at;
		SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
		WHERE table_schema = '$schema' AND table_name LIKE 'migrate%' ORDER BY 1, ordinal_position));
}

sub script {
	my ($program, @arguments) = @_;
	my ($exit, $out, $err) = run({ env => { DATABASE_URL => 'postgresql://nobody@127.0.0.1:1/nothing' } }, $program, @arguments);

	is("$exit$err", '0', "@arguments");
	return $out;
}

# as a careless caller: variables of psql are set, and another encoding
sub replay {
	my ($db, $script) = @_;
	my $file = "$tmp/script.sql";

	spew($file, $script);
	my ($exit, $out, $err) = run({ env => { PGCLIENTENCODING => 'LATIN1' } }, Cluster::bindir() . '/psql',
		qw(-X -q -v ON_ERROR_STOP=1 -v n=666 -v b=666), '-f', $file, $pg->url($db));
	is($exit, 0, "psql replays it in $db") or diag($err);
}

sub online {
	my ($db, $program, @arguments) = @_;
	my ($exit, $out, $err) = run($program, '--url', $pg->url($db), @arguments);

	is($exit, 0, "@arguments in $db") or diag("$out$err");
}

sub same {
	my ($one, $other, $name, $schema) = @_;

	is($pg->dump($other), $pg->dump($one), "$name: the same schema and data");
	is(rows($other, $schema), rows($one, $schema), "$name: the same history");
}

$pg->createdb($_) for qw(online offline);
online('online', $line, 'upgrade');
my $up = script($line, 'upgrade', '--sql');
replay('offline', $up);
same('online', 'offline', 'upgrade');
like($up, qr/^BEGIN ISOLATION LEVEL READ COMMITTED/m, 'the script has its own transactions');
unlike($up =~ s/'\{"n_up":(?:[^']|'')*'//gr, qr/BEGIN[^;]*;(?:(?!COMMIT).)*CONCURRENTLY/s, 'and none round a step that refuses one');
is($pg->psql('offline', q(SELECT tags[1:2] FROM users WHERE id = 1)), '{x,y}', 'psql takes nothing for a variable');
is($pg->psql('offline', q(SELECT email FROM users WHERE id = 1)), 'u1:HOST', 'nor inside of quotes');

online('online', $line, 'downgrade', 'a2');
replay('offline', script($line, 'downgrade', '--sql', 'head:a2'));
same('online', 'offline', 'downgrade');
online('online', $line, 'upgrade', 'b3');
replay('offline', script($line, 'upgrade', '--sql', 'a2:+1'));
same('online', 'offline', 'a range up');
online('online', $line, 'downgrade', 'base');
replay('offline', script($line, 'downgrade', 'b3:base', '--sql'));
same('online', 'offline', 'a range down to base');
online('online', $line, 'upgrade');
replay('offline', script($line, 'upgrade', '--sql'));
same('online', 'offline', 'up again');

online('online', $line, 'stamp', 'a2');
replay('offline', script($line, 'stamp', '--sql', 'a2'));
same('online', 'offline', 'stamp');
online('online', $line, 'stamp', 'base');
replay('offline', script($line, 'stamp', '--sql', 'base'));
same('online', 'offline', 'stamp base');

# a string goes on behind two quotes
spew("$tmp/quotes.c", q(#define SQL "SELECT E'a''b\\\\'c :x', 'a''b :x', \\"a\\"\\"b :x\\""), qq(\n#include "$Cluster::top/tests/fixtures/one.c"\n));
like(script(fixture("$tmp/quotes.c"), 'upgrade', '--sql'), qr/^SELECT E'a''b\\'c :x', 'a''b :x', "a""b :x";$/m, 'strings are left alone');

# a schema of its own, and one transaction
$pg->createdb($_) for qw(online2 offline2);
my $single = fixture('line', SCHEMA => q("mine"), REVISIONS => 1);
online('online2', $single, 'upgrade', '--single-transaction');
replay('offline2', script($single, 'upgrade', '--sql', '--single-transaction'));
same('online2', 'offline2', 'one transaction, a schema of its own', 'mine');

# a script is for where it begins: elsewhere it stops before anything changes
sub refused {
	my ($db, $message, $script) = @_;
	my $was = $pg->dump($db) . $pg->psql($db, q(SELECT to_regclass('migrate_history')));
	my ($exit, undef, $err) = run({ stdin => $script }, Cluster::bindir() . '/psql', qw(-X -q -v ON_ERROR_STOP=1 -f -), $pg->url($db));

	is($exit, 3, "refused in $db");
	like($err, $message, 'says where the script begins and where the database is');
	is($pg->dump($db) . $pg->psql($db, q(SELECT to_regclass('migrate_history'))), $was, 'and changes nothing');
}

$pg->createdb($_) for qw(nothing elsewhere half);
online('elsewhere', $line, 'upgrade', 'b3');
refused('elsewhere', qr/^psql:.*ERROR: +this script begins at base \(0 applied\), and the database is at b3c9c2d3e4f5 \(3 applied\)\nHINT: +for where it is: migrate upgrade --sql b3c9c2d3e4f5:TO$/m, $up);
refused('elsewhere', qr/begins at b4d1c2d3e4f5 \(4 applied\), and the database is at b3c9c2d3e4f5 \(3 applied\)\nHINT: +.* migrate downgrade --sql b3/,
	script($line, 'downgrade', '--sql', 'head:-1'));
online('elsewhere', $line, 'upgrade', 'head');
refused('elsewhere', qr/begins at b3c9c2d3e4f5 \(3 applied\), and the database is at b4d1c2d3e4f5 \(4 applied\)/, script($line, 'upgrade', '--sql', 'b3:'));
refused('nothing', qr/ERROR: +this script begins at b3c9c2d3e4f5, and the database has no "public"\.migrate_history$/m, script($line, 'upgrade', '--sql', 'b3:'));
refused('offline', qr/begins at b3c9c2d3e4f5 \(3 applied\), and the database is at base \(0 applied\)/, script($line, 'upgrade', '--sql', 'b3:'));
online('elsewhere', $line, 'downgrade', 'a1');
$pg->psql('elsewhere', q(UPDATE migrate_history SET done = 1));
refused('elsewhere', qr/begins at a1f0c2d3e4f5 \(1 applied\), and the database is at a1f0c2d3e4f5 \(1 applied, one of them half\)/,
	script($line, 'downgrade', '--sql', 'a1:'));

# a script that stopped in the middle, and is run once more
$pg->psql('half', 'CREATE TABLE mood (i int)');
my $psql = Cluster::bindir() . '/psql';
my ($exit, undef, $err) = run({ stdin => $up }, $psql, qw(-X -q -v ON_ERROR_STOP=1 -f -), $pg->url('half'));
like("$exit $err", qr/^3 .*type "mood" already exists/s, 'a script that stops');
refused('half', qr/begins at base \(0 applied\), and the database is at a2b7c2d3e4f5 \(2 applied\)/, $up);

for (
	[ [ 'downgrade', '--sql', '-1' ], 2, qr/downgrade --sql expects FROM:TO/ ],
	[ [ 'downgrade', '--sql', 'a1:b3' ], 1, qr/cannot downgrade to b3c9c2d3e4f5/ ],
	[ [ 'upgrade', '--sql', 'b3:a1' ], 1, qr/there is nothing to upgrade/ ],
	[ [ 'upgrade', '--sql', '+1:head' ], 2, qr/'\+1' counts from where the database is/ ],
	[ [ 'stamp', '--sql', '+1' ], 2, qr/'\+1' counts from where the database is/ ],
	[ [ 'upgrade', '--sql', '--single-transaction' ], 1, qr/cannot be one transaction/ ],
) {
	my ($arguments, $code, $message) = @$_;
	my ($ended, $out, $said) = run($line, @$arguments);
	is("$ended $out", "$code ", "@$arguments is refused, and prints nothing");
	like($said, $message, 'with a reason');
}
is(script($line, 'upgrade', '--sql', '+1'), script($line, 'upgrade', '--sql', 'a1'), 'a number counts from base');

SKIP: {
	skip 'no /dev/full', 1 unless -e '/dev/full';
	my ($code, undef, $said) = run('sh', '-c', "$line upgrade --sql > /dev/full");
	like("$code $said", qr/^1 migrate: cannot write to standard output/, 'a full disk is an error');
}

done_testing();
