# Steps that are for some servers alone: what a run sends, what it says of the rest, and what a script for psql does. The project
# is that of tests/golden/execute-servers; its versions lie on both sides of the servers there are to test with: 14 and 15.
# Uses migratec() and libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run slurp spew tempdir link_migrate);
use JSON::PP;
use Test::More;

my $pg = Cluster->new;
my $tmp = tempdir();
my $version = $pg->psql('postgres', 'SHOW server_version_num') / 10000;
plan skip_all => "made for a server of 14 or 15, not $version" unless $version >= 14 && $version < 16;

sub must_run {
	my ($name, @command) = @_;
	my ($exit, $out, $err) = run(@command);

	is($exit, 0, $name) or diag("$out$err");
	return $out;
}

run('cp', '-r', "$Cluster::top/tests/golden/execute-servers/migrations", $tmp);
must_run('compiles', migratec(), '-C', $tmp, 'compile');
my $migrate = link_migrate("$tmp/migrate", "$tmp/generated/migrations.c");

sub on {
	my ($db, @arguments) = @_;

	return must_run("@arguments of $db", $migrate, '--url', $pg->url($db), @arguments);
}

# the relations that are there, and what the history says
sub there {
	my ($db) = @_;

	return $pg->psql($db, q(
		SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class
		WHERE relnamespace = 'public'::regnamespace AND relname !~ '^migrate';
		SELECT done || '/' || total || ' ' || coalesce(started::text, '-') FROM migrate_history));
}

$pg->createdb($_) for qw(online offline single);
my $plan = on('online', 'plan');
like($plan, qr/^      only for PostgreSQL before 16\n      CREATE TABLE old/m, 'a plan says which servers a step is for');
like($plan, qr/^      only for PostgreSQL 14 and later, before 18\n      CREATE TABLE between/m, 'from and to');
like($plan, qr/^      only for PostgreSQL 16 and later: not sent to this server\n      CREATE TABLE new/m, 'and that this one is not among them');
is_deeply([ map { $_->{sent} ? 1 : 0 } @{ decode_json(on('online', 'plan', '--json'))->{migrations}[0]{steps} } ],
	[ 1, 1, 0, 0, 1, 0, 0, 1, 0 ], 'so it does in JSON');
my $show = must_run('show', $migrate, 'show', 'a');
like($show, qr/^-- .*:4: execute CREATE TABLE \(only for PostgreSQL before 16\)$/m, 'show says it too');
is((grep { defined } map { $_->{since} } @{ decode_json(must_run('show --json', $migrate, 'show', '--json', 'a'))->{upgrade} })[0], 160000, 'also in JSON');

on('online', 'upgrade');
is(there('online'), "between common old\n9/9 -", 'what is for this server was sent, and all of the revision is done');

my $script = must_run('--sql', $migrate, 'upgrade', '--sql');
like($script, qr/^SELECT :SERVER_VERSION_NUM >= 140000 AND :SERVER_VERSION_NUM < 180000 AS migrate_sends \\gset\n\\if :migrate_sends\nCREATE TABLE between \(i int\);\n\\endif$/m,
	'a script asks the server');
sub replay {
	my ($name, $text) = @_;

	spew("$tmp/script.sql", $text);
	must_run($name, Cluster::bindir() . '/psql', qw(-X -q -v ON_ERROR_STOP=1 -f), "$tmp/script.sql", $pg->url('offline'));
}
replay('psql replays it', $script);
is(there('offline'), there('online'), 'with the same outcome');
is($pg->dump('offline'), $pg->dump('online'), 'and the same schema');

# the index that 16 builds concurrently is none of this server's
on('single', 'upgrade', '--single-transaction');
is(there('single'), there('online'), 'a step that is not sent may refuse a transaction');
my (undef, undef, $refused) = run($migrate, 'upgrade', '--sql', '--single-transaction');
like($refused, qr/cannot be one transaction: .*:7: execute CREATE INDEX/, 'but not where the server is not known');

my $down = on('online', 'downgrade', 'base');
is_deeply([ $down =~ /^  lost data: drop_table "?(\w+)/mg ], [qw(between old common)], 'what is said to be lost is what was there');
replay('psql replays the way down', must_run('downgrade --sql', $migrate, 'downgrade', '--sql', 'head:base'));
is(there($_), '', "$_ is empty again") for qw(online offline);

# rows that psql leaves out are nothing that it reads
my $rows = tempdir();
spew("$rows/migrations/versions/$_.csv", <<'CSV') for qw(older here);
i,t
1,it's
2,"a "" */ \endif $$ \.
\."
3,/* (
4,
CSV
spew("$rows/migrations/versions/a.lua", <<'LUA');
revision { id = "a", message = "Rows" }
function upgrade()
	create_table("older", { column("i", "int"), column("t", "text") })
	create_table("here", { column("i", "int"), column("t", "text") })
	copy_file("older", "older.csv", { since = 16 })
	copy_file("here", "here.csv", { before = 16 })
	execute("INSERT INTO here VALUES (5, '/*')", { down = "" })
end
LUA
must_run('compiles', migratec(), '-C', $rows, 'compile');
$migrate = link_migrate("$rows/migrate", "$rows/generated/migrations.c");
$pg->createdb('rows');
on('rows', 'upgrade');
replay('psql replays rows that it sends, and skips others', must_run('--sql', $migrate, 'upgrade', '--sql'));
is($pg->psql('offline', 'TABLE older; TABLE here'), $pg->psql('rows', 'TABLE older; TABLE here'), 'the rows are the same');
is($pg->psql('offline', 'SELECT count(*) FROM here'), 5, 'all of them');

done_testing();
