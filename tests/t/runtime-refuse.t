# What is refused, and the way out: changed migrations, unknown revisions, no way back, servers and roles that will not do. Its
# programs link libmigrate().
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run spew);
use Fixture;
use JSON::PP;
use Test::More;

my $pg = Cluster->new;
my $line = fixture('line');
my ($a1, $a2, $b3, $b4) = qw(a1f0c2d3e4f5 a2b7c2d3e4f5 b3c9c2d3e4f5 b4d1c2d3e4f5);

sub migrate_is {
	my ($program, $db, $code, $name, @arguments) = @_;
	my ($exit, $out, $err) = run($program, '--url', $pg->url($db), @arguments);

	is($exit, $code, $name) or diag("$out$err");
	return $code ? $err : $out;
}

# a migration that was changed after it was applied
$pg->createdb('changed');
my $changed = fixture('line', SUM_1 => q("1:changed"));
migrate_is($line, 'changed', 0, 'upgrade', 'upgrade', 'a2');
my $err = migrate_is($changed, 'changed', 1, 'upgrade with a changed migration', 'upgrade');
like($err, qr/revision $a1 \(Users\) was changed after it was applied.*hint: restore .*a1f0_users\.lua.*`migrate stamp REV`/s,
	'is refused by name, with the way out');
migrate_is($changed, 'changed', 1, 'downgrade with a changed migration', 'downgrade', '-1');
like(migrate_is($changed, 'changed', 0, 'history', 'history', '-i'), qr/$a1, Users.*changed since\]/, 'history -i shows it');
my ($row) = grep { $_->{changed} } @{ decode_json(migrate_is($changed, 'changed', 0, 'history', 'history', '-i', '--json')) };
is($row->{revision}, $a1, 'in JSON too');
like(migrate_is($changed, 'changed', 0, 'current', 'current'), qr/^$a2 .*\n$a1 Users \(below; changed after it was applied\)$/m, 'current shows it');
is_deeply(decode_json(migrate_is($changed, 'changed', 0, 'current', 'current', '--json'))->{changed}, [$a1], 'in JSON too');
like(migrate_is($changed, 'changed', 3, '--check-heads', 'current', '-qc'), qr/^migrate: revision $a1 \(Users\) was changed after it was applied/,
	'is no, and says why');
migrate_is($changed, 'changed', 0, 'stamp where it is', 'stamp', 'a2');
is($pg->psql('changed', "SELECT checksum FROM migrate_history WHERE revision = '$a1'"), '1:changed', 'records the new checksum');
migrate_is($changed, 'changed', 0, 'upgrade', 'upgrade');
is(migrate_is($changed, 'changed', 0, '--check-heads', 'current', '-qc'), '', 'is yes afterwards');

# a database that is ahead, whose history does not keep what undoes it (kept.t has one that does)
$pg->createdb('ahead');
my $older = fixture('line', REVISIONS => 2);
migrate_is($line, 'ahead', 0, 'upgrade with the newer program', 'upgrade');
$pg->psql('ahead', 'UPDATE migrate_history SET down = NULL');
$err = migrate_is($older, 'ahead', 1, 'upgrade with the older one', 'upgrade');
like($err, qr/the database has revisions that this program does not know: (?=.*$b3).*$b4/, 'names the unknown revisions');
like($err, qr/hint: the database is ahead of this program/, 'and says that the database is ahead');
migrate_is($older, 'ahead', 1, "$_ with the older one", $_, 'base') for qw(downgrade plan);
like(migrate_is($older, 'ahead', 0, 'current', 'current'), qr/^$b4 No nicknames \(unknown to this program/m, 'shows them');
($row) = grep { $_->{unknown} } @{ decode_json(migrate_is($older, 'ahead', 0, 'history', 'history', '-i', '--json')) };
is("$row->{revision} $row->{message}", "$b4 No nicknames", 'so does history, in JSON');
like(migrate_is($older, 'ahead', 3, '--check-heads', 'current', '-qc'), qr/revisions that this program does not know: /, 'is no, and names them');
migrate_is($older, 'ahead', 0, 'stamp is the way out', 'stamp', 'head');
is(migrate_is($older, 'ahead', 0, 'current', 'current'), qq($a2 An index, it's "concurrent" :HOST (head)\n), 'it is at the head');

# no way back
$pg->createdb('back');
my $oneway = fixture('line', IRREVERSIBLE => 1);
migrate_is($oneway, 'back', 0, 'upgrade', 'upgrade');
$err = migrate_is($oneway, 'back', 1, 'downgrade past what cannot be undone', 'downgrade', 'base');
like($err, qr/revision $b4 \(No nicknames\) cannot be downgraded: .*b4d1_drop\.lua:7: nobody knows the nicknames any more; nothing was run/,
	'is refused, naming revision and reason');
is(migrate_is($oneway, 'back', 0, 'current', 'current'), "$b4 No nicknames (head)\n", 'before anything runs');

# rows that no migrate writes, and messages of several lines
$pg->createdb('odd');
migrate_is($line, 'odd', 0, 'upgrade', 'upgrade', 'b3');
$pg->psql('odd', "UPDATE migrate_history SET done = 99 WHERE revision = '$b3'");
for ([ 'plan' ], [ 'upgrade' ], [ 'downgrade', 'base' ]) {
	like(migrate_is($line, 'odd', 1, "$_->[0] with more steps done than there are", @$_),
		qr/^migrate: the history says that 99 of 4 steps of revision $b3 \(Moods\) are done\nhint: .*`migrate stamp REV`/, 'is refused');
}
like(migrate_is($line, 'odd', 0, 'current', 'current'), qr/^$b3 Moods \(half applied: 99 of 4 steps\)$/m, 'is shown');
migrate_is($line, 'odd', 0, 'stamp', 'stamp', 'b3');
migrate_is($line, 'odd', 0, 'and is mended by stamp', 'upgrade');

# a late revision: the history is a set
$pg->createdb('late');
migrate_is($line, 'late', 0, 'upgrade', 'upgrade', 'a2');
$pg->psql('late', "DELETE FROM migrate_history WHERE revision = '$a1'; DROP TABLE users CASCADE");
like(migrate_is($line, 'late', 0, 'a plan with a hole below', 'plan'), qr/^upgrade $a1 /m, 'sees what is missing');

# run the statements of a hint
sub grant {
	my ($said, $db) = @_;
	my @grants = $said =~ /(GRANT [^;\n]*)/g;

	ok(scalar @grants, 'it is told what to grant') or diag($said);
	$pg->psql($db, join ';', @grants);
}

# servers
$pg->createdb('server');
my $newer = fixture('line', MIN_SERVER => 990000);
like(migrate_is($newer, 'server', 1, 'a server that is too old', 'upgrade'),
	qr/the server is PostgreSQL \d+, and these migrations were made for PostgreSQL 99 and later/, 'is named');

# a standby: this cluster's twin, in recovery for ever
$pg->createdb('standby');
migrate_is($line, 'standby', 0, 'up one', 'upgrade', 'a1');
my $standby = Cluster->new(conf => { hot_standby => 'on' });
$standby->createdb('standby');
run($line, '--url', $standby->url('standby'), 'upgrade', 'a1');
$standby->stop;
spew("$standby->{dir}/data/standby.signal", '');
$standby->start;
my ($exit, undef, $said) = run($line, '--url', $standby->url('standby'), 'upgrade');
is($exit, 1, 'a standby');
like($said, qr/^migrate: this server is a standby and read-only; connect to the primary/, 'is refused');
($exit, undef, $said) = run($line, '--url', $standby->url('standby'), 'current');
is("$exit$said", '0', 'and can be read');
my $both = "postgresql://postgres\@/standby?host=$standby->{dir},$pg->{dir}&port=$standby->{port},$pg->{port}";
($exit, undef, $said) = run($line, '--url', $both, 'upgrade', 'a2');
is("$exit$said", '0', 'of several hosts the one that accepts writes is taken');
is($pg->psql('standby', 'SELECT count(*) FROM migrate_history'), 2, 'it is the primary');
$pg->psql('standby', 'ALTER DATABASE standby SET default_transaction_read_only = on');
($exit, undef, $said) = run($line, '--url', $both, 'upgrade', 'b3');
is("$exit$said", '0', 'though it be read-only by default');
$standby->stop->configure({ hot_standby => 'off' });
$standby->start;
($exit, undef, $said) = run($line, '--url', $standby->url('standby'), 'current');
like("$exit $said", qr/^5 .*: FATAL: +57P03: .*\nhint: the server is starting up, shutting down or recovering; run again when it is ready$/s,
	'a server that is not ready');

# roles
$pg->createdb('roles');
$pg->psql('roles', 'CREATE ROLE visitor LOGIN; REVOKE CREATE ON SCHEMA public FROM public');
my @visitor = ('--url', $pg->url('roles', user => 'visitor'));
($exit, undef, $said) = run($line, @visitor, 'upgrade');
is($exit, 1, 'a role that may not create the history tables');
like($said, qr/cannot create the history tables in schema "public": permission denied.*hint: this role needs CREATE on schema "public"; or a role that may .*`migrate ensure-version`/s,
	'is told what to do');
is($pg->psql('roles', q(SELECT to_regclass('migrate_history') IS NULL)), 't', 'and nothing is made');
$pg->psql('roles', 'CREATE TABLE other (i int)');
migrate_is($line, 'roles', 0, 'made by one who may', 'ensure-version');
($exit, undef, $said) = run($line, @visitor, 'current');
is($exit, 1, 'a role that may not read the history');
like($said, qr/cannot read the history: permission denied/, 'is told so');
grant($said, 'roles');
($exit) = run($line, @visitor, 'current');
is($exit, 0, 'what it is told is enough');
$pg->psql('roles', 'GRANT ALL ON SCHEMA public TO visitor');
for my $command ([ 'upgrade', 'a1' ], [ 'stamp', 'base' ]) {
	($exit, undef, $said) = run($line, @visitor, @$command);
	is($exit, 1, "a role that may not write the history: $command->[0]");
	grant($said, 'roles');
	($exit, undef, $said) = run($line, @visitor, @$command);
	is("$exit$said", '0', 'what it is told is enough');
	$pg->psql('roles', 'REVOKE INSERT, UPDATE, DELETE ON migrate_history, migrate_audit FROM visitor');
}
$pg->psql('roles', 'REVOKE USAGE ON SCHEMA public FROM public, visitor');
($exit, undef, $said) = run($line, @visitor, 'current');
like("$exit $said", qr/^1 migrate: cannot read the history: permission denied for schema public\n/, 'a role that may not use the schema');
grant($said, 'roles');
($exit) = run($line, @visitor, 'current');
is($exit, 0, 'what it is told is enough');
run($line, '--url', $pg->url('roles'), 'ensure-version');
$pg->psql('roles', 'GRANT USAGE ON SCHEMA public TO visitor; REVOKE CREATE ON SCHEMA public FROM visitor;
	GRANT SELECT, INSERT, UPDATE, DELETE ON migrate_history TO visitor; GRANT INSERT ON migrate_audit TO visitor');
my $script = (run($line, 'stamp', '--sql', 'base'))[1];
($exit, undef, $said) = run({ stdin => $script }, Cluster::bindir() . '/psql', qw(-X -q -v ON_ERROR_STOP=1 -f -), $visitor[1]);
is("$exit$said", '0', 'a script asks for no more, where the tables are there');
my $apart = fixture('one', TABLE => q("apart.t"));
$pg->psql('roles', 'CREATE SCHEMA apart');
like((run($apart, @visitor, 'plan'))[1], qr/^  the operation /m, 'a role that may not use the schema of a table sees a plan, without its size');
my $elsewhere = fixture('line', SCHEMA => q("it\\"s"));
($exit, undef, $said) = run($elsewhere, @visitor, 'upgrade');
like($said, qr/needs CREATE on the database, or that schema "it""s" is made for it/, 'or may not make the schema');
$pg->psql('roles', 'GRANT SELECT, INSERT, UPDATE, DELETE ON migrate_history, migrate_audit TO visitor');
($exit, undef, $said) = run($line, @visitor, 'ensure-version');
is("$exit$said", '0', 'one who may only write to them finds them');

# a read-only default is no obstacle, not even for a step that stands alone
$pg->createdb('readonly');
$pg->psql('readonly', 'ALTER DATABASE readonly SET default_transaction_read_only = on;');
migrate_is($line, 'readonly', 0, 'a database that is read-only by default', 'upgrade');

# what a database or a role sets does not reach the migrations
$pg->createdb('settings');
$pg->psql('settings', q(ALTER DATABASE settings SET search_path = ''; ALTER DATABASE settings SET standard_conforming_strings = off;
	ALTER DATABASE settings SET DateStyle = 'German'; ALTER DATABASE settings SET IntervalStyle = 'iso_8601';
	ALTER DATABASE settings SET statement_timeout = 60000));
my $look = fixture('one', SQL => q{"INSERT INTO public.t SELECT 1, concat_ws(',', current_setting('search_path'), "}
	. q{"current_setting('standard_conforming_strings'), current_setting('TimeZone'), current_setting('DateStyle'), "}
	. q{"current_setting('lock_timeout'), current_setting('transaction_isolation'), current_setting('client_encoding'))"},
	SQL_BEFORE => q("SELECT set_config('search_path', 'pg_temp', false)"), FLAGS_BEFORE => 'STEP_NO_TRANSACTION', LOCK_TIMEOUT => 1234);
migrate_is($look, 'settings', 0, 'settings', 'upgrade');
is($pg->psql('settings', 'SELECT name FROM public.t'), 'public,on,UTC,ISO, MDY,1234ms,read committed,UTF8', 'are pinned');

# a role that a step takes is given back before the history is written
$pg->createdb('role');
$pg->psql('role', 'CREATE ROLE nobody_special; GRANT ALL ON SCHEMA public TO nobody_special');
my $role = fixture('one', SQL_BEFORE => q("SET ROLE nobody_special"), SQL => q("SET work_mem TO '77MB'"));
migrate_is($role, 'role', 0, 'a migration that takes a role', 'upgrade');
is($pg->psql('role', q(SELECT count(*) FROM migrate_history WHERE done = total)), 2, 'is recorded');

# a migration that takes its own row away is not committed without one
$pg->createdb('forgetful');
my $forgetful = fixture('one', SQL_BEFORE => q("CREATE TABLE kept ()"), SQL => q("DELETE FROM migrate_history"));
$err = migrate_is($forgetful, 'forgetful', 1, 'a migration that deletes the history', 'upgrade');
like($err, qr/hint: the revision's row is gone from the history.*\nrolled back; the database is at /s, 'is rolled back');
is($pg->psql('forgetful', q(SELECT count(*) FROM pg_class WHERE relname = 'kept')), 0, 'as it says');

# nor a stretch of it before a step that stands alone
$pg->createdb('forgetful2');
my $forgets = fixture('one', SQL_BEFORE => q("DELETE FROM migrate_history"), SQL => q("VACUUM t"), FLAGS => 'STEP_NO_TRANSACTION');
$err = migrate_is($forgets, 'forgetful2', 1, 'a stretch that deletes the history', 'upgrade');
like($err, qr/hint: the revision's row is gone from the history.*\nrolled back; the database is at 111111111111/s, 'is rolled back');
is($pg->psql('forgetful2', q(SELECT string_agg(revision, ',') FROM migrate_history)), '111111111111', 'as it says');

# what a step says of texts does not garble those behind it
my $texts = q("INSERT INTO t VALUES (1, 'é\\\\')");
my %garbled = (encoding => q("SET LOCAL client_encoding TO 'LATIN1'"), strings => q("SET standard_conforming_strings TO off"),
	both => q{"SELECT set_config('client_encoding', 'LATIN1', false), set_config('standard_conforming_strings', 'off', false)"});
for my $db (sort keys %garbled) {
	my $garbles = fixture('one', SQL_FIRST => q("CREATE TABLE t (id bigint, name text)"), SQL_BEFORE => $texts, SQL => $garbled{$db},
		MESSAGE => q("Zweite \\\\ é"));
	my $later = fixture('one', SQL_BEFORE => $garbled{$db}, SQL => $texts, MESSAGE => q("Zweite \\\\ é"));

	$pg->createdb("$_$db") for qw(run script);
	migrate_is($later, "run$db", 0, "a step that SETs $db", 'upgrade');
	is($pg->psql("run$db", 'SELECT name FROM t'), 'é\\', 'and a text behind it');
	spew("$pg->{dir}/garbled.sql", (run($garbles, 'upgrade', '--sql'))[1]);
	my ($code, undef, $bad) = run(Cluster::bindir() . '/psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-f', "$pg->{dir}/garbled.sql", '-d', $pg->url("script$db"));
	is("$code $bad", '0 ', 'a script of it');
	is($pg->psql("$_$db", q(SELECT message FROM migrate_audit WHERE revision LIKE '2%')), 'Zweite \\ é', "the audit of the $_") for qw(run script);
}

my $seen = q("CREATE TABLE seen AS SELECT current_setting('work_mem') AS work_mem");
for my $flags (0, 'STEP_NO_TRANSACTION') {
	my $set = fixture('one', SQL_FIRST => q("SET work_mem TO '77MB'"), SQL_BEFORE => $seen, FLAGS_BEFORE => $flags);
	my $script = "$pg->{dir}/set.sql";

	for my $db ("set$flags", "setsql$flags") {
		$pg->createdb($db);
	}
	migrate_is($set, "set$flags", 0, 'a migration that SETs', 'upgrade');
	is($pg->psql("set$flags", 'SELECT work_mem FROM seen'), '4MB', 'leaves nothing of it to the next one');
	spew($script, (run($set, 'upgrade', '--sql'))[1]);
	run('psql', '-Xq', '-v', 'ON_ERROR_STOP=1', '-f', $script, '-d', $pg->url("setsql$flags"));
	is($pg->psql("setsql$flags", 'SELECT work_mem FROM seen'), '4MB', 'nor in a script');
}

# through psql's own kind of address
($exit, undef, $said) = run({ env => { PGHOST => $pg->{dir}, PGPORT => $pg->{port}, PGUSER => 'postgres', PGDATABASE => 'server' } },
	$line, 'upgrade');
is("$exit$said", '0', "libpq's variables are enough");
is($pg->psql('server', q(SELECT count(*) FROM migrate_history)), 4, 'for an upgrade');

done_testing();
