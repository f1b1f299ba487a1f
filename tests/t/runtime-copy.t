# copy_file: what it loads is what the server's own COPY reads from the file; rows that the server refuses, runs that are stopped in the
# middle of them, and what is printed. Uses migratec() and libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir link_migrate);
use JSON::PP;
use Test::More;
use Time::HiRes qw(sleep time);

my $pg = Cluster->new;
my $project = tempdir();
my $versions = "$project/migrations/versions";
my $rows = 20_000;

# values of all sorts, more of them than the sockets hold; every seventh has a line end
sub line {
	my ($i) = @_;
	my $text = join ' ', ("word $i") x 8;

	$text = $i % 7 == 0 ? qq("$text\nend") : $i % 5 == 0 ? '' : $i % 11 == 0 ? q("say ""\n"" \.") : "$text\\x\t\xc3\xa4";
	return "$i,$text," . ($i % 3 ? $i / 4 : '') . "\n";
}

spew("$versions/rows.csv", "id,text,n\n", map { line($_) } 1 .. $rows);
spew("$versions/odd.csv", "\\.;~x\ny\\~z~w\n';~'~\n~~;");
spew("$versions/wrong.csv", qq(id,text,n\n30001,"a\nb\\n",1\n30002,c,-1\n30003,d,1\n));
spew("$versions/a1.lua", <<'LUA');
revision { id = "a1", message = "Tables" }
function upgrade()
	create_table("t", {
		column("id", "int", { primary_key = true }), column("text", "text"), column("n", "numeric"), check "n >= 0",
	})
	create_table("odd", { column("a", "text"), column("b", "text") })
end
LUA
spew("$versions/a2.lua", <<'LUA');
revision { id = "a2", message = "Rows", parent = "a1" }
function upgrade()
	copy_file("t", "rows.csv")
	execute([[UPDATE t SET n = n]], { down = "" })
end
LUA
spew("$versions/a3.lua", <<'LUA');
revision { id = "a3", message = "Odd rows", parent = "a2", transaction = "none" }
function upgrade()
	copy_file("odd", "odd.csv", { columns = { "a", "b" }, header = false, delimiter = ";", quote = "~", escape = "\\", null = "'" })
end
function downgrade()
	execute "DELETE FROM odd"
end
LUA
spew("$versions/a4.lua", <<'LUA');
revision { id = "a4", message = "Wrong rows", parent = "a3" }
function upgrade()
	copy_file("t", "wrong.csv")
end
LUA

my ($exit, $out, $err) = run(migratec(), '-C', $project, 'compile');
is("$exit$err", '0', 'compiles') or BAIL_OUT($err);
my $migrate = link_migrate("$project/migrate", "$project/generated/migrations.c");

sub migrate_is {
	my ($code, $db, @arguments) = @_;
	my ($exit, $out, $err) = run($migrate, '--url', $pg->url($db), @arguments);

	is($exit, $code, "@arguments in $db") or diag("$out$err");
	return "$out$err";
}

sub psql_file {
	my ($db, @arguments) = @_;
	my ($exit, $out, $err) = run(Cluster::bindir() . '/psql', qw(-X -q -v ON_ERROR_STOP=1), @arguments, $pg->url($db));

	is("$exit$err", '0', "psql in $db");
}

# what is loaded

$pg->createdb($_) for qw(online offline);
my $plan = migrate_is(0, 'online', 'plan', 'a3');
my $script = migrate_is(0, 'online', 'upgrade', 'a3', '--sql');
migrate_is(0, 'online', 'upgrade', 'a3');
$pg->psql('online', 'CREATE TABLE t2 (LIKE t); CREATE TABLE odd2 (LIKE odd)');
psql_file('online', '-c', "\\copy t2 FROM '$versions/rows.csv' (FORMAT csv, HEADER)",
	'-c', "\\copy odd2 FROM '$versions/odd.csv' (FORMAT csv, DELIMITER ';', QUOTE '~', ESCAPE '\\', NULL '''')");
is($pg->psql('online', 'SELECT count(*) FROM t'), $rows, 'all rows are there');
for my $t (qw(t odd)) {
	is($pg->psql('online', "(TABLE $t EXCEPT ALL TABLE ${t}2) UNION ALL (TABLE ${t}2 EXCEPT ALL TABLE $t)"), '', "$t: as the server reads the file");
}
is($pg->psql('online', 'SELECT a IS NULL FROM odd WHERE b = $$\'$$'), 't', 'NULL is what stands without quotes');
$pg->psql('online', 'DROP TABLE t2, odd2');

spew("$project/script.sql", $script);
psql_file('offline', '-f', "$project/script.sql");
is($pg->dump('offline'), $pg->dump('online'), 'psql replays it from a script');

migrate_is(0, 'online', 'downgrade', 'a1');
is($pg->psql('online', 'SELECT (SELECT count(*) FROM t) + (SELECT count(*) FROM odd)'), '0', 'and the rows are taken back');

# what is printed

for my $text ($plan, migrate_is(0, 'online', 'upgrade', '--dry-run'), migrate_is(0, 'online', 'show', 'a2'), (run(migratec(), '-C', $project, 'show', 'a2'))[1]) {
	like($text, qr/COPY t \(id, text, n\) FROM STDIN;?\n(?:      |-- )$rows rows, \d+ bytes, of migrations\/versions\/rows\.csv\n/, 'a summary of the data');
	unlike($text, qr/word 1/, 'and not the data');
}
for my $text (migrate_is(0, 'online', 'plan', '--json'), migrate_is(0, 'online', 'show', 'a2', '--json'), (run(migratec(), '-C', $project, 'show', 'a2', '--json'))[1]) {
	like($text, qr/"copy": ?\{[^}]*"rows": ?$rows\b/, 'in JSON too');
	ok(eval { decode_json($text) }, 'which is JSON');
	unlike($text, qr/word 1/, 'without the data');
}

# a row that the server refuses

my $said = migrate_is(1, 'online', 'upgrade');
like($said, qr{^migrations/versions/a4\.lua:3: copy_file t\nmigrations/versions/wrong\.csv:4: row 2 of 3\nERROR 23514: }m, 'the line of the file is told');
like($said, qr/database is at a3$/m, 'and nothing of the revision is left');
is($pg->psql('online', 'SELECT max(id) FROM t'), $rows, 'no row');

# runs that stop in the middle

sub until_asleep {
	my ($db) = @_;
	my $end = time + 30;

	while (time < $end) {
		my $pid = $pg->psql($db, "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
		return $pid if $pid;
		sleep 0.02;
	}
	fail('the COPY never came to the row');
	return 0;
}

# its exit code and what it printed, after stop was called in the middle of the rows
sub stopped {
	my ($stop) = @_;
	my $file = "$project/stopped";
	my $pid = fork // die "fork: $!\n";

	if (!$pid) {
		open STDOUT, '>', $file or die;
		open STDERR, '>&', \*STDOUT or die;
		exec $migrate, '--url', $pg->url('stopped'), 'upgrade', 'a2' or die;
	}
	$stop->($pid, until_asleep('stopped'));
	local $SIG{ALRM} = sub { kill KILL => $pid };
	alarm 60;
	waitpid $pid, 0;
	alarm 0;
	return ($? & 127 ? 128 + ($? & 127) : $? >> 8, slurp($file));
}

$pg->createdb('stopped');
migrate_is(0, 'stopped', 'upgrade', 'a1');
$pg->psql('stopped', <<'SQL');
CREATE FUNCTION nap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN new; END $$;
CREATE TRIGGER nap BEFORE INSERT ON t FOR EACH ROW WHEN (new.id = 100) EXECUTE FUNCTION nap();
SQL
for ([ INT => 130, 'Ctrl-C' ], [ TERM => 143, 'SIGTERM' ]) {
	my ($signal, $code, $word) = @$_;
	my ($exit, $text) = stopped(sub { kill $signal => $_[0] });

	is($exit, $code, "exit code after $signal") or diag($text);
	like($text, qr/interrupted by $word.*rolled back; the database is at a1/s, 'says so');
}
my $lost;
($lost, $said) = stopped(sub { $pg->psql('stopped', "SELECT pg_terminate_backend($_[1])") });
isnt($lost, 0, 'a connection that is lost is an error');
like($said, qr/57P01|connection to the database was lost/, 'and told');
is($pg->psql('stopped', 'SELECT count(*) FROM t'), '0', 'no row is left of them');
$pg->psql('stopped', 'DROP TRIGGER nap ON t; DROP FUNCTION nap');
migrate_is(0, 'stopped', 'upgrade', 'a2');
is($pg->psql('stopped', 'SELECT count(*) FROM t'), $rows, 'the next run loads them all');
done_testing;
