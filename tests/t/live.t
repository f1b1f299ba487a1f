# A database beside models and migrations: what it spells otherwise is the same, what differs is found, and what it cannot tell is said.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(link_migrate run slurp spew tempdir);
use Test::More;

my $pg = Cluster->new;
my $n = 0;

# a project with this model, and a database that it made
sub project {
	my ($model) = @_;
	my $dir = tempdir();
	my $db = 'live' . ++$n;

	spew("$dir/migrations/models/all.lua", $model);
	$pg->createdb($db);
	my ($exit, $sql, $err) = run(migratec(), '-C', $dir, qw(diff --from base --sql));
	is("$exit$err", '3', 'the model is made') or diag $sql;
	$pg->psql($db, $sql);
	return ($dir, $db);
}

sub diff {
	my ($dir, $db, @options) = @_;

	return run(migratec(), '-C', $dir, 'diff', '--from', $pg->url($db), @options);
}

sub same_as_models {
	my ($name, $dir, $db) = @_;
	my ($exit, $out, $err) = diff($dir, $db);

	is("$exit$err$out", "0database -> models: no differences\n", $name);
	($exit, $out, $err) = run(migratec(), '-C', $dir, 'diff', '--from', 'models', '--to', $pg->url($db));
	is("$exit$err$out", "0models -> database: no differences\n", "$name, the other way");
}

my $model = <<'END';
schema "far"
enum "mood" { "sad", "ok", "it's" }
define [[
  CREATE DOMAIN email AS varchar(80) CONSTRAINT email_at CHECK (VALUE LIKE '%@%');
  CREATE FUNCTION twice(n integer DEFAULT 2, VARIADIC more integer[] DEFAULT '{}') RETURNS integer LANGUAGE sql IMMUTABLE RETURN n * 2;
]]
table "people" {
  column("id", "bigserial", { primary_key = true }),
  column("mail", "email", { not_null = true, unique = true }),
  column("mood", "mood", { default = "ok" }),
  column("name", "varchar(20)", { default = "none", collation = "C" }),
  column("upper", "text", { generated = "upper(name)" }),
  column("n", "integer", { default = sql "twice(3) + 1" }),
  column("day", "date", { default = "2026-01-31" }),
  column("tags", "text[]", { default = array {} }),
  check { "n BETWEEN 1 AND 10 OR name IN ('a', 'b')" },
  check { "length(name) > 1 AND NOT (n = 5)", name = "odd one" },
  index { sql "lower(name)", "n", where = "mood <> 'sad'" },
  index { { "mail", operator_class = "text_pattern_ops" }, using = "btree" },
}
table "far.rooms" {
  column("id", "integer", { primary_key = true }),
  column("person", "bigint", { references = "people", on_delete = "set null" }),
  column("during", "tstzrange"),
  column("next", "integer", { default = sql "nextval('far.numbers')" }),
  exclude { { "during", "&&" }, using = "gist", where = "person IS NOT NULL" },
  partition_by = nil,
}
sequence "far.numbers"
table "log" {
  column("at", "timestamptz", { not_null = true }),
  column("what", "text"),
  partition_by = "range ((at AT TIME ZONE 'UTC'))",
}
define [[
  CREATE VIEW happy AS SELECT id, name, n + 1 AS more FROM people WHERE mood = 'ok' ORDER BY 2;
  CREATE MATERIALIZED VIEW far.counts AS SELECT mood, count(*) AS n FROM people GROUP BY 1;
  CREATE UNIQUE INDEX ON far.counts (coalesce(mood, 'sad'));
  CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ begin return new; end $$;
  CREATE TRIGGER note BEFORE UPDATE OF name ON people FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION note();
  ALTER TABLE people ENABLE ROW LEVEL SECURITY;
  CREATE POLICY mine ON people FOR SELECT USING (name = current_user AND mood <> 'sad');
  CREATE RULE quiet AS ON DELETE TO far.rooms WHERE OLD.id > 5 DO INSTEAD NOTHING;
  CREATE STATISTICS pair ON name, n FROM people;
]]
comment_on("column people.name", "What people call them")
END
$model =~ s/^  partition_by = nil,\n//m;

my ($dir, $db) = project($model);
same_as_models('what the server spells otherwise is no difference', $dir, $db);
is($pg->psql($db, q(SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'migratec%')), '0', 'nothing of the question stays');

# a schema that the search path finds anyway, before a type
same_as_models('types with and without their schema', project(<<'END'));
extension "citext" { schema = "public" }
enum "Mood" { "sad" }
define [[
  CREATE DOMAIN mail AS public.citext;
  CREATE TYPE pair AS (a public.citext, b public."Mood");
  CREATE FUNCTION f(a public.citext, b public."Mood") RETURNS public.citext LANGUAGE sql RETURN a;
]]
table "t" {
  column("a", 'public."Mood"', { default = "sad" }),
  column("b", "public.citext[]"),
  column("c", "public.citext", { default = "x", unique = true }),
}
END

# what only looks like a name of those that are asked for, and names that stand in constants
same_as_models('texts are left alone', project(<<'END'));
schema "it's"
sequence "it's.numbers"
table "it's.t" {
  column("a", "integer", { default = sql [[nextval('"it''s".numbers')]] }),
  column("b", "text"),
  check { "b IN ('migratec_scratch_0', 'of migratec_scratch_1.x', 'migratec_scratch_one')" },
}
END

same_as_models('the multirange of a range goes with it', project(<<'END'));
define [[
  CREATE TYPE floatrange AS RANGE (subtype = float8);
  CREATE TABLE t (a floatmultirange, b int CHECK (b BETWEEN 1 AND 5), c public.floatmultirange DEFAULT '{[1,2]}'::public.floatmultirange);
]]
END

same_as_models('privileges of a column alone', project(<<'END'));
table "t" { column("a", "integer"), column("b", "integer") }
define [[ GRANT SELECT (a) ON t TO pg_monitor ]]
END

same_as_models('a password, which is not read', project(<<'END'));
define [[
  CREATE FOREIGN DATA WRAPPER far;
  CREATE SERVER there FOREIGN DATA WRAPPER far OPTIONS (host 'h', sslpassword 's3cret', password_required 'false');
  CREATE USER MAPPING FOR postgres SERVER there OPTIONS ("user" 'me', password 's3cret');
  CREATE USER MAPPING FOR PUBLIC SERVER there OPTIONS ("user" 'me');
  ALTER USER MAPPING FOR PUBLIC SERVER there OPTIONS (ADD password 's3cret', SET "user" 'you');
]]
END

my @own = project(<<'END');
table "t" { column("a", "integer") }
define [[
  CREATE SCHEMA "Odd";
  CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
  REVOKE ALL ON t FROM CURRENT_USER;
  GRANT SELECT ON t TO CURRENT_ROLE;
  REVOKE CREATE ON SCHEMA "Odd" FROM CURRENT_USER;
  REVOKE ALL ON FUNCTION f() FROM PUBLIC, SESSION_USER;
  ALTER DEFAULT PRIVILEGES REVOKE INSERT ON TABLES FROM CURRENT_ROLE;
]]
END
same_as_models('what the owner took from itself', @own);
spew("$own[0]/migrations/models/all.lua", (run(migratec(), '-C', $own[0], qw(inspect --grants --owners --url), $pg->url($own[1])))[1]);
same_as_models('and inspect says so', @own);

$pg->psql('postgres', 'CREATE ROLE "odd reader"');
same_as_models('whoever is connected, by name or as CURRENT_USER', project(<<'END'));
table "t" { column("a", "integer") }
table "u" { column("a", "integer") }
define [[
  CREATE SCHEMA mine AUTHORIZATION postgres;
  CREATE VIEW v AS SELECT 1 AS a;
  CREATE TYPE span AS RANGE (subtype = integer);
  ALTER TABLE t OWNER TO postgres;
  ALTER TYPE span OWNER TO postgres;
  GRANT SELECT ON t TO "odd reader", postgres;
  GRANT ALL ON u TO postgres;
  REVOKE INSERT ON v FROM CURRENT_ROLE;
  REVOKE DELETE ON t FROM postgres;
  ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT ON TABLES TO "odd reader";
  ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO postgres;
  CREATE FOREIGN DATA WRAPPER near;
  CREATE SERVER here FOREIGN DATA WRAPPER near;
  CREATE SERVER there FOREIGN DATA WRAPPER near;
  CREATE USER MAPPING FOR CURRENT_USER SERVER here OPTIONS ("user" 'me');
  CREATE USER MAPPING FOR postgres SERVER there OPTIONS ("user" 'me');
  CREATE USER MAPPING FOR "odd reader" SERVER there;
]]
END

# drift: what was done there, and what is found
for (
	[ 'ALTER TABLE people ADD extra int', 'drop_column people.extra' ],
	[ 'ALTER TABLE people ALTER n SET DEFAULT twice(3) + 2', 'alter_column people.n' ],
	[ q(ALTER TABLE people ALTER mood SET DEFAULT 'sad'), 'alter_column people.mood' ],
	[ q(ALTER TABLE people DROP CONSTRAINT "odd one", ADD CONSTRAINT "odd one" CHECK (length(name) > 1 AND n = 5)), 'odd one' ],
	[ q(DROP INDEX people_lower_n_idx; CREATE INDEX people_lower_n_idx ON people (lower(name), n) WHERE mood <> 'ok'), 'people_lower_n_idx' ],
	[ q(ALTER DOMAIN email DROP CONSTRAINT email_at; ALTER DOMAIN email ADD CONSTRAINT email_at CHECK (VALUE LIKE '%@%.%')), 'ALTER DOMAIN email' ],
	[ 'CREATE OR REPLACE VIEW happy AS SELECT id, name, n + 2 AS more FROM people WHERE mood = \'ok\' ORDER BY 2', 'VIEW happy' ],
	[ q(CREATE OR REPLACE FUNCTION twice(n integer DEFAULT 3, VARIADIC more integer[] DEFAULT '{}') RETURNS integer LANGUAGE sql IMMUTABLE RETURN n * 2), 'FUNCTION twice' ],
	[ 'ALTER POLICY mine ON people USING (name = current_user)', 'POLICY mine' ],
	[ 'ALTER TABLE people DISABLE TRIGGER note', 'TRIGGER note' ],
	[ 'COMMENT ON TABLE people IS \'x\'', 'comment_on table people' ],
	[ 'ALTER TYPE mood ADD VALUE \'glad\'', 'drop_enum_value mood' ],
	[ 'ALTER TABLE people ALTER day TYPE timestamptz', 'alter_column people.day' ],
	[ 'ALTER SEQUENCE far.numbers INCREMENT 2', 'alter_sequence far.numbers' ],
	[ 'DROP STATISTICS pair', 'STATISTICS pair' ],
	)
{
	my ($sql, $found) = @$_;
	my $copy = 'drift' . ++$n;

	$pg->psql('postgres', "CREATE DATABASE $copy TEMPLATE $db");
	$pg->psql($copy, $sql);
	my ($exit, $out, $err) = diff($dir, $copy);
	is($exit, 3, "$sql: differs") or diag $err;
	like($out, qr/\Q$found\E/, 'and it is found');
	my ($with, $repair) = diff($dir, $copy, '--sql');
	$pg->psql($copy, $repair);
	($exit, $out, $err) = diff($dir, $copy);
	is("$exit$err$out", "0database -> models: no differences\n", 'and made good');
}

# what the database cannot be asked
$pg->psql('postgres', 'CREATE ROLE reader LOGIN');
$pg->psql($db, 'GRANT USAGE ON SCHEMA far TO reader');
my $url = $pg->url($db) =~ s{//[^@/]*@?/}{//reader@/}r;
my ($exit, $out, $err) = run(migratec(), '-C', $dir, 'diff', '--from', $url);
is($exit, 3, 'a role that may make nothing there is not told that all is the same') or diag $out;
like($out, qr/^database -> models: 0 differences, \d+ undecided\n\z/, 'nor that something differs');
like($err, qr/^migrations.models.all.lua:7: warning: undecided: whether what table 'people' says is what the database has, for that cannot be asked: permission denied for database \w+/m, 'and hears why');
$pg->psql($db, 'CREATE TABLE extra (a int)');
($exit, $out, $err) = run(migratec(), '-C', $dir, 'diff', '--from', $url);
like($out, qr/^database -> models: 1 difference, \d+ undecided\n  drop_table extra/, 'what can be told is told');
$pg->psql($db, 'DROP TABLE extra');

# a statement that cannot be made there leaves the others alone
my ($odd, $odd_db) = project(qq(table "a" { column("x", "integer"), check { "x > 1 AND x < 5" } }\ntable "b" { column("y", "integer"), check { "y > 1 AND y < 5" } }\n));
spew("$odd/migrations/models/more.sql", "CREATE FUNCTION missing(integer) RETURNS integer LANGUAGE c AS 'no such library', 'f';\nALTER TABLE a ADD CHECK (missing(x) > 1);\n");
($exit, $out, $err) = diff($odd, $odd_db);
like($out, qr/^database -> models: 2 differences/, 'a function that cannot be made: it and the check of it are missing there') or diag $err;

($exit, $out, $err) = run(migratec(), '-C', $dir, 'diff', '--from', 'postgresql://nobody:secret@127.0.0.1:1/none');
is($exit, 5, 'no connection');
unlike("$out$err", qr/secret/, 'and no password is shown');

# what the server cannot make hides nothing that needs no server to tell
my ($new, $new_db) = project(qq(enum "mood" { "sad" }\ntable "t" { column("u", "text"), column("m", "mood[]"), column("n", "integer", { default = 4 }), column("s", "text", { default = "a" }), column("d", "text", { default = "x" }), column("e", "text", { default = sql "lower('A')" }) }\n));
my $with_type = sub {
	my ($type) = @_;
	return <<"M";
define [[ CREATE EXTENSION $type ]]
enum "mood" { "sad" }
table "t" {
  column("u", "$type"), column("m", "mood"), column("n", "integer", { default = 5 }), column("s", "text", { default = "b" }), column("d", "text"),
  column("e", "text", { default = sql "lower('A')" }),
}
M
};
spew("$new/migrations/models/all.lua", $with_type->('citext'));
($exit, $out, $err) = diff($new, $new_db);
is("$exit$err", '3', 'an extension that is not there yet is made to ask');
is($out =~ s/  \(.*//gmr, join('', "database -> models: 6 differences\n", map { "  $_\n" } 'alter_column t.d', 'create_extension citext', map { "alter_column t.$_" } qw(u m n s)), 'and all that differs is found');
is($pg->psql($new_db, 'SELECT count(*) FROM pg_extension'), '1', 'it is gone again');
spew("$new/migrations/models/all.lua", $with_type->('of_nowhere'));
($exit, $out, $err) = diff($new, $new_db);
is($out =~ s/  \(.*//gmr, join('', "database -> models: 6 differences, 1 undecided\n", map { "  $_\n" } 'alter_column t.d', 'create_extension of_nowhere', map { "alter_column t.$_" } qw(u m n s)), 'also where it cannot be made');
like($err, qr/note: extension of_nowhere cannot be made there: .*of_nowhere/, 'which is told');

# what is in use is left alone, also where what would stand for it cannot be made
my ($lone, $lone_db) = project(<<'M');
table "big" { column("n", "integer") }
M
spew("$lone/migrations/models/all.lua", <<'M');
define "CREATE FUNCTION missing() RETURNS integer LANGUAGE c AS 'no such library', 'f'"
table "big" {
  column("n", "integer", { default = sql "missing()" }),
  index { "n", where = "n > 5" },
}
table "above" { column("id", "bigint", { default = sql "missing()" }) }
define [[
  CREATE TABLE other (n integer DEFAULT (4 + 4));
  CREATE TABLE below (m integer DEFAULT (4 + 4)) INHERITS (other, above);
]]
M
$pg->psql($lone_db, <<'S');
CREATE TABLE other (n integer DEFAULT (4 + 4)); CREATE TABLE above (id bigint DEFAULT 1);
CREATE TABLE below (m integer DEFAULT (4 + 4)) INHERITS (other, above);
CREATE FUNCTION tell() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE schema_name = 'public') THEN RAISE LOG 'what is in use was touched'; END IF;
END $$;
CREATE EVENT TRIGGER tell ON ddl_command_end EXECUTE FUNCTION tell();
ALTER EVENT TRIGGER tell ENABLE ALWAYS;
S
($exit, $out, $err) = diff($lone, $lone_db);
is($exit, 3, 'a table that cannot be made');
like($out, qr/^  create_index big_n_idx /m, 'what is missing there is found');
like($err, qr/public\.above cannot be made there: function missing\(\) does not exist\n.*public\.below cannot be made there: nor can what it is under\n/s, 'what cannot be asked is said');
unlike(slurp("$pg->{dir}/log"), qr/what is in use was touched/, 'and what is in use was not touched');

# what forbids DDL is not asked, where the role may do without
$pg->psql($lone_db, q(DROP EVENT TRIGGER tell; CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$no DDL here$$; END'));
$pg->psql($lone_db, 'CREATE EVENT TRIGGER forbid ON ddl_command_start EXECUTE FUNCTION forbid()');
($exit, $out, $err) = diff($lone, $lone_db);
unlike($err, qr/no DDL here/, 'an event trigger that forbids DDL does not stand in the way');
$pg->psql($lone_db, 'DROP EVENT TRIGGER forbid');

# variables have the values that migrate would have
my ($var, $var_db) = (tempdir(), 'var');
spew("$var/migrations/config.lua", <<'C');
return { variables = { app_role = { type = "name" }, tenant = { type = "name", default = "Acme.one" }, region = { type = "literal" }, unused = { type = "literal" } } }
C
spew("$var/migrations/models/all.lua", <<'M');
schema(var "tenant")
table (var "tenant" .. ".orders") {
  column("id", "bigint", { primary_key = true }),
  column("region", "text", { default = var "region" }),
}
define [[ CREATE VIEW far AS SELECT id FROM :"tenant".orders WHERE region <> :'region' ]]
define [[ GRANT SELECT ON orders_of TO :"app_role" ]]
table "orders_of" { column("id", "integer") }
M
my @values = ('--set', 'app_role=the app', '--set=region=it\'s');
$pg->createdb($var_db);
$pg->psql($var_db, 'CREATE ROLE "the app"');
($exit, $out, $err) = run(migratec(), '-C', $var, 'diff', '--from', $pg->url($var_db));
is($exit, 1, 'a variable without a value is no guess');
like($err, qr/^migrations.models.all.lua:4: var: the variable 'region' has no value to compare with a database; give it with --set region=VALUE \[E\d+\]/m, 'and the message says how to give it');
is((run(migratec(), '-C', $var, qw(revision --autogenerate -m all)))[0], 0, 'without a database they need none');
run(migratec(), '-C', $var, 'compile');
my $migrate = link_migrate(tempdir() . '/migrate', "$var/generated/migrations.c");
($exit, $out, $err) = run($migrate, '--url', $pg->url($var_db), 'upgrade', '--set', 'app_role=the app', '--set', "region=it's");
is($exit, 0, 'migrate has the values') or diag $err;
($exit, $out, $err) = run(migratec(), '-C', $var, 'check', '--url', $pg->url($var_db), @values);
is("$exit$err$out", "0the migrations end in the models\nthe database is what the models say\n", 'and with them nothing differs');
($exit, $out, $err) = run({ env => { MIGRATE_SET_APP_ROLE => 'the app', MIGRATE_SET_REGION => 'there' } }, migratec(), '-C', $var, 'check', '--url', $pg->url($var_db));
is($exit, 3, 'of the environment, too');
like($out, qr/^  alter_column "Acme.one".orders.region /m, 'another value is a difference');
for ([ 'app_rol=x', "--set app_rol=x: no variable named 'app_rol'; did you mean 'app_role'?" ], [ 'app_role', '--set app_role: it takes NAME=VALUE' ], [ 'app_role=', "variable 'app_role': a name cannot be empty" ]) {
	($exit, $out, $err) = run(migratec(), '-C', $var, 'diff', '--from', $pg->url($var_db), @values, '--set', $_->[0]);
	is($exit, 1, "--set $_->[0]");
	like($err, qr/^migratec: \Q$_->[1]\E/, 'and why not');
}
($exit, $out, $err) = run(migratec(), '-C', $odd, 'diff', '--from', $pg->url($odd_db), '--set', 'nosuch=1');
like($err, qr/^migratec: --set nosuch=1: no variable named 'nosuch'; config.lua declares none/, 'nor without a config.lua');
($exit, $out, $err) = run(migratec(), '-C', $var, 'diff', @values);
is($exit, 2, '--set without a database');
like($err, qr/^migratec: --set app_role=the app says nothing here/, 'says so');
spew("$var/migrations/models/more.lua", qq(define [[ GRANT INSERT ON orders_of TO :"app_role" ]]\n));
($exit, $out, $err) = run(migratec(), '-C', $var, qw(revision --autogenerate -m more), @values, '--url', $pg->url($var_db));
is($exit, 0, 'a revision that begins at the database');
like($err, qr/^\Q@{[$out =~ s{\n}{}r]}\E: warning: 'the app' stands in it, which is the value of the variable 'app_role' here; write the variable where it is meant$/m, 'holds the value, and says so');

# nor are the locks used up that others need: what there is more of is asked about bit by bit
my $small = Cluster->new(conf => { max_locks_per_transaction => 10, max_connections => 20, max_prepared_transactions => 0 });
my $shared = <<'M';
define [[
  CREATE DOMAIN word AS text CHECK (VALUE NOT LIKE '% %' AND length(VALUE) BETWEEN 1 AND 9);
  CREATE FUNCTION low(t text DEFAULT 'A') RETURNS text LANGUAGE sql IMMUTABLE RETURN lower(t);
  CREATE FUNCTION far_apart(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 < $2 OR $2 < $1;
  CREATE OPERATOR <~> (FUNCTION = far_apart, LEFTARG = text, RIGHTARG = text);
]]
M
my @tables = map { <<"M" } 10 .. 89;
table "t$_" {
  column("id", "bigserial", { primary_key = true }),
  column("s", "text", { default = sql "low('A')" }),
  column("w", "word", { default = sql "lower('W')" }),
  check { "s <~> 'x' AND id BETWEEN 1 AND 5" },
  index { sql "low(s)", where = "id <> 5" },
}
define [[ CREATE VIEW v$_ AS SELECT t.id + 1 AS more, low(t.s) AS s FROM t$_ t JOIN t10 USING (id) WHERE t.s <~> 'x' ]]
M

# what migratec says of a database that was made of these models, on the server with few locks
sub few_locks {
	my ($db, $models, $drift) = @_;
	my $many = tempdir();

	spew("$many/migrations/models/all.lua", $models);
	$small->createdb($db);
	my ($made, $sql, $failed) = run(migratec(), '-C', $many, qw(diff --from base --sql));
	is("$made$failed", '3', "$db: is made");
	$small->psql($db, $sql . ($drift // ''));
	return run(migratec(), '-C', $many, 'diff', '--from', $small->url($db));
}
($exit, $out, $err) = few_locks('many', join '', $shared, @tables);
is("$exit$err$out", "0database -> models: no differences\n", 'more tables than there are locks for');
($exit, $out, $err) = few_locks('drifted', join('', $shared, @tables), q(ALTER TABLE t88 ALTER s SET DEFAULT low('B'); CREATE OR REPLACE VIEW v89 AS SELECT t.id + 2 AS more, low(t.s) AS s FROM t89 t JOIN t10 USING (id) WHERE t.s <~> 'x'));
is("$exit$err", '3', 'and what differs is found');
like($out, qr/\Adatabase -> models: 2 differences\n  alter_column t88\.s .*\n  CREATE OR REPLACE VIEW v89 .*\n\z/, 'nothing else');
($exit, $out, $err) = few_locks('ring', join '', map { my $next = ($_ + 1) % 80; qq(table "r$_" { column("id", "bigint", { primary_key = true }), column("r$next", "bigint"), column("n", "integer"), check { "n BETWEEN 1 AND 5 AND r$next > 1" }, index { sql "r$next + 1" } }\n) } 0 .. 79);
is("$exit$err$out", "0database -> models: no differences\n", 'a column that is called as a table does not need it');
($exit, $out, $err) = few_locks('under', join '', qq(define "CREATE TABLE above (above integer DEFAULT (4 + 4))"\n), map { qq(define "CREATE TABLE b$_ (above integer DEFAULT (5 + 5), more above) INHERITS (above)"\n) } 10 .. 69);
is("$exit$err$out", "0database -> models: no differences\n", 'but for its parent, and for its type');
($exit, $out, $err) = few_locks('deep', join '', qq(table "v9" { column("n", "integer", { default = sql "1 + 1" }) }\n), map { my $from = $_ - 1; "define [[ CREATE VIEW v$_ AS SELECT n + 1 AS n FROM v$from ]]\n" } 10 .. 209);
like($out, qr/^database -> models: 0 differences, \d+ undecided\n\z/, 'what needs more than there is at a time');
unlike($err, qr/view 'v10' says/, 'those are asked about for which there are locks');
like($err, qr/public\.v209 cannot be made there: with what it needs it takes more than half of the locks that the server has/, 'and the rest is undecided');
is((() = $err =~ /(?:warning|note): /g), 2, 'which is said once') or diag $err;

# revision and check
($exit, $out, $err) = run(migratec(), '-C', $dir, 'check', '--url', $pg->url($db));
is($exit, 3, 'check: the migrations are not written yet');
($exit, $out, $err) = run(migratec(), '-C', $dir, qw(revision --autogenerate -m all));
is("$exit$err", '0', 'the migrations are written');
($exit, $out, $err) = run(migratec(), '-C', $dir, 'check', '--url', $pg->url($db));
is("$exit$err$out", "0the migrations end in the models\nthe database is what the models say\n", 'check: all three are the same');
$pg->psql($db, 'ALTER TABLE people DROP CONSTRAINT "odd one"');
($exit, $out, $err) = run(migratec(), '-C', $dir, 'check', '--url', $pg->url($db));
is($exit, 3, 'check finds drift');
like($out, qr/^database -> models: 1 difference\n  create_check_constraint odd one /m, 'and names it');
($exit, $out, $err) = run(migratec(), '-C', $dir, qw(revision --autogenerate -m repair --url), $pg->url($db));
is("$exit$err", '0', 'and a revision from the database on');
like(slurp("$dir/" . $out =~ s/\n//r), qr/create_check_constraint\("people", "length\(name\) > 1 AND NOT \(n = 5\)", \{ name = "odd one" \}\)/, 'has the words of the model');

# the sample
my $sample = 'sample';
$pg->createdb($sample);
run(migrate(), '--url', $pg->url($sample), 'upgrade');
($exit, $out, $err) = run(migratec(), 'check', '--url', $pg->url($sample));
is("$exit$err$out", "0the migrations end in the models\nthe database is what the models say\n", 'the sample: models, migrations and database');

done_testing;
