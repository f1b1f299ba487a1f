# migratec inspect: a database is read as the SQL that makes it, and an empty database becomes the same by it.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(changed_lines run slurp spew tempdir);
use Test::More;

my $pg = Cluster->new(labels => 1);
my $empty = tempdir();
my $n = 0;

# what inspect says of a database, as SQL; fails where it warns
sub inspected {
	my ($name, $db, @options) = @_;
	my ($exit, $out, $err) = run(migratec(), '-C', $empty, 'inspect', '--sql', '--url', $pg->url($db), @options);

	is("$exit$err", '0', "$name: is read, and nothing is left out");
	return $out;
}

# a database that this SQL makes is read, and another one is made by what was read
sub same_again {
	my ($name, $sql) = @_;
	my ($from, $to) = map { "inspect$n$_" } 'a', 'b';

	$n++;
	$pg->createdb($_) for $from, $to;
	$pg->psql($from, $sql);
	my $text = inspected($name, $from);
	$pg->psql($to, $text);
	is(join('', changed_lines(map { $pg->dump($_, '-s') } $from, $to)), '', "$name: the dumps are the same") or diag $text;
}

same_again('an empty database', '');
same_again('Chinook', slurp('tests/chinook/sql/migrations/versions/chinook.sql'));
same_again('tables', <<'END');
CREATE SCHEMA "Odd.one";
CREATE TYPE "Odd.one"."Mood" AS ENUM ('it''s', 'ok');
CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'x@y' NOT NULL CONSTRAINT at CHECK (VALUE LIKE '%@%');
CREATE TABLE orgs (id bigint GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5), name text, PRIMARY KEY (id));
CREATE TABLE "Odd.one"."Users" (
	id serial PRIMARY KEY, "Full name" varchar(20) COLLATE "C" DEFAULT 'none', mood "Odd.one"."Mood" DEFAULT 'ok', e email,
	upper text GENERATED ALWAYS AS (upper("Full name")) STORED, org bigint REFERENCES orgs ON DELETE CASCADE DEFERRABLE,
	CONSTRAINT "Long one" CHECK ("Full name" <> ''), UNIQUE NULLS NOT DISTINCT (mood, e) WITH (fillfactor = 70)
) WITH (autovacuum_enabled = false, fillfactor = 80);
ALTER TABLE orgs ADD owner integer REFERENCES "Odd.one"."Users";
CREATE INDEX ON "Odd.one"."Users" (lower("Full name") text_pattern_ops DESC) INCLUDE (id) WHERE mood = 'ok';
CREATE VIEW v WITH (security_barrier) AS SELECT id AS "The id" FROM orgs WITH LOCAL CHECK OPTION;
CREATE FUNCTION f(a integer DEFAULT 1, VARIADIC b text[] DEFAULT '{}') RETURNS SETOF orgs LANGUAGE sql AS 'SELECT * FROM orgs WHERE id = a';
CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t BEFORE INSERT OR UPDATE OF name ON orgs FOR EACH ROW WHEN (NEW.name <> '') EXECUTE FUNCTION t();
END
same_again('an expression that is not inherited', <<'END');
CREATE TABLE p (a integer, b integer);
CREATE TABLE c (b integer GENERATED ALWAYS AS (a * 5) STORED) INHERITS (p);
CREATE TABLE d () INHERITS (c);
END
same_again('everything', slurp('tests/inspect/everything.sql'));

# ---- what is left out ----

$pg->createdb('mixed');
$pg->psql('mixed', <<'END');
CREATE TABLE migrate_history (id integer PRIMARY KEY);
CREATE TABLE migrate_audit (id integer);
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
CREATE EXTENSION hstore;
CREATE SCHEMA billing;
CREATE SCHEMA other;
CREATE TABLE users (id integer PRIMARY KEY, data hstore);
CREATE TABLE user_groups (id integer PRIMARY KEY);
CREATE TABLE billing.invoices (id integer PRIMARY KEY);
CREATE INDEX invoices_more ON billing.invoices (id, id);
CREATE TABLE other.users (id integer PRIMARY KEY);
CREATE FUNCTION gone(integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE FUNCTION lost() RETURNS integer LANGUAGE sql AS 'SELECT gone(1)';
DROP FUNCTION gone(integer);
CREATE TEMPORARY TABLE mine (id integer);
COMMENT ON TABLE alembic_version IS 'theirs';
END

# what CREATE makes, by name
sub made {
	my ($name, @options) = @_;

	return join ' ', sort { $a cmp $b } inspected($name, 'mixed', @options) =~ /^CREATE \w+ ([\w.]+)/mg;
}

my $tables = 'billing.invoices other.users public.user_groups public.users';
is(made('all'), "billing billing.invoices hstore invoices_more other other.users public.lost public.user_groups public.users",
	"not what extensions, migrate and Alembic have; a function whose body is broken is no matter");
is(made('a schema', '--schema', 'billing'), 'billing billing.invoices hstore invoices_more', 'one schema');
is(made('schemas', '--schema=b*', '--schema', 'oth?r'), 'billing billing.invoices hstore invoices_more other other.users', 'patterns of schemas');
is(made('a name', '--include', 'user*'), 'billing hstore other other.users public.user_groups public.users', 'a name in any schema');
is(made('a full name', '--include', 'other.*', '--include', 'public.users'), 'billing hstore other other.users public.users', 'a name with its schema');
is(made('but one', '--exclude', 'user*', '--exclude', 'lost'), 'billing billing.invoices hstore invoices_more other', 'all but some');

# what is chosen comes with the sequences of its columns, and what else it needs is named
$pg->createdb('needs');
$pg->psql('needs', <<'END');
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('a');
CREATE SEQUENCE app.numbers;
CREATE TABLE app.other (id integer PRIMARY KEY);
CREATE TABLE alone (id bigserial PRIMARY KEY, n integer GENERATED ALWAYS AS IDENTITY);
CREATE TABLE users (id bigserial PRIMARY KEY, m app.mood, n integer DEFAULT nextval('app.numbers'), o integer REFERENCES app.other);
END
my ($needs, $needed, $why) = run(migratec(), '-C', $empty, qw(inspect --include alone --url), $pg->url('needs'));
is("$needs$why", '0', 'a table with its sequences');
like($needed, qr/^table "alone" \{$/m, 'is printed');
($needs, $needed, $why) = run(migratec(), '-C', $empty, qw(inspect --include users --url), $pg->url('needs'));
like($why, qr/^postgresql:needs: note: inspect: what is left out names app\.mood, app\.numbers, app\.other, which are not chosen by --schema, --include, --exclude$/m, 'what is needed is named');

# what needs what is not chosen is left out, and what needs that
$pg->createdb('chain');
$pg->psql('chain', <<'END');
CREATE TABLE p (id serial PRIMARY KEY);
CREATE TABLE c (s integer DEFAULT nextval('p_id_seq'));
CREATE INDEX ON c (s);
CREATE VIEW v AS SELECT * FROM c;
COMMENT ON VIEW v IS 'of c';
CREATE TABLE alone (a integer);
CREATE TABLE k (s integer REFERENCES p);
END
for my $sql ([], ['--sql']) {
	my ($exit, $out, $err) = run(migratec(), '-C', $empty, 'inspect', '--exclude', 'p*', @$sql, '--url', $pg->url('chain'));
	is($exit, 0, "@$sql: what needs what is left out does not stop the rest") or diag $err;
	is(join(' ', $out =~ /^(?:table|CREATE \w+) "?(?:public\.)?(\w+)/mg), 'alone k', 'which is printed');
	unlike($out, qr/\bp\b|p_id_seq|\bc\b|\bv\b/, 'and nothing else');
	is((() = $err =~ /warning: inspect: .* is left out: /g), 5, 'and each is said') or diag $err;
	like($err, qr/^postgresql:chain: warning: inspect: CREATE VIEW public\.v AS is left out: create_view: no table or view named 'c'/m, 'with what it lacks');
}

# a pattern that nothing is called by
for ([ '--include', 'nothing', '' ], [ '--exclude', 'app.*', '' ], [ '--schema', 'nope', ' in a schema' ]) {
	my ($option, $pattern, $where) = @$_;
	my ($exit, undef, $err) = run(migratec(), '-C', $empty, 'inspect', $option, $pattern, '--url', $pg->url('chain'));
	is("$exit$err", "0postgresql:chain: note: inspect: $option $pattern: there is nothing$where that is called so\n", "$option $pattern: is said");
}

# what cannot be read at all (here: as no statement says it) is left out of models with what needs it, and stays in SQL
$pg->createdb('unread');
$pg->psql('unread', <<'END');
CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE t (a integer DEFAULT f(1));
CREATE INDEX ON t (a);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT * FROM v;
CREATE FUNCTION g() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM w';
CREATE TABLE wide (a varchar(5));
CREATE TABLE alone (a integer);
CREATE VIEW of_alone AS SELECT a FROM alone;
UPDATE pg_proc SET procost = 'Infinity' WHERE proname = 'f';
UPDATE pg_attribute SET atttypmod = 2147483647 WHERE attrelid = 'wide'::regclass AND attname = 'a';
END
my ($unread, $models, $left) = run(migratec(), '-C', $empty, 'inspect', '--url', $pg->url('unread'));
is($unread, 0, 'what needs what cannot be read does not stop the rest') or diag $left;
is(join(' ', $models =~ /^(?:table|CREATE \w+) "?(\w+)/mg), 'alone of_alone', 'which is printed');
like($left, qr/^postgresql:unread: warning: inspect: \Q$_\E is left out: /m, "$_ is not")
	for 'CREATE FUNCTION public.f(integer)', 'CREATE TABLE public.wide', "table 't'", 'CREATE VIEW v AS', 'CREATE VIEW w AS', 'CREATE FUNCTION g()';
is((() = $left =~ /^/mg), 6, 'and each is said once') or diag $left;
($unread, $models, $left) = run(migratec(), '-C', $empty, qw(inspect --sql --url), $pg->url('unread'));
is(join(' ', sort $models =~ /^CREATE \w+ (?:public\.)?(\w+)/mg), 'alone f g of_alone t t_a_idx v w wide', 'SQL has all of it');
is(join(' ', $left =~ /^postgresql:unread: warning: inspect: CREATE \w+ public\.(\w+).* is printed, though nothing is known of it: /mg), 'f wide', 'and says what was not read');

# ---- roles ----

$pg->psql('mixed', <<'END');
CREATE ROLE "The reader";
CREATE ROLE keeper;
CREATE ROLE visitor LOGIN;
ALTER TABLE users OWNER TO keeper;
GRANT SELECT, INSERT (id) ON users TO "The reader" WITH GRANT OPTION;
REVOKE EXECUTE ON FUNCTION lost() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT USAGE ON SEQUENCES TO keeper;
END
unlike(inspected('no roles', 'mixed'), qr/reader|keeper/, 'roles are not read unasked');
my $granted = inspected('roles', 'mixed', '--grants');
like($granted, qr/^GRANT INSERT \(id\), SELECT ON TABLE public.users TO "The reader" WITH GRANT OPTION;$/m, 'privileges, also of a column');
like($granted, qr/^REVOKE EXECUTE ON FUNCTION public.lost\(\) FROM PUBLIC;$/m, 'what PUBLIC has not');
like($granted, qr/^ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT USAGE ON SEQUENCES TO keeper;$/m, 'of what comes');
is_deeply([ inspected('owners', 'mixed', '--owners') =~ /^(ALTER .* OWNER TO .*);$/mg ], ['ALTER TABLE public.users OWNER TO keeper'], 'who owns what');

my ($exit, $visited, $err) = run(migratec(), '-C', $empty, 'inspect', '--sql', '--url', $pg->url('mixed', user => 'visitor'));
is("$exit$err", '0', 'whoever may connect can read');
is($visited, inspected('again', 'mixed'), 'the same');

# what a role is not shown
$pg->psql('mixed', <<'END');
REVOKE ALL ON SCHEMA billing FROM PUBLIC;
CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER there FOREIGN DATA WRAPPER far;
CREATE USER MAPPING FOR PUBLIC SERVER there OPTIONS (remote 'r');
END
my $path = tempdir();
spew("$path/migrations/config.lua", 'return { schema = { "billing", "public" } }');
($exit, undef, $err) = run(migratec(), '-C', $path, 'inspect', '--sql', '--url', $pg->url('mixed', user => 'visitor'));
is($exit, 0, 'what a role is not shown');
like($err, qr/^postgresql:mixed: warning: inspect: role visitor may not see the options of user mapping for PUBLIC server there: it is read without them$/m, 'of a user mapping');
like($err, qr/^postgresql:mixed: warning: inspect: role visitor may not use schema billing, which is on the search path: .*; GRANT USAGE ON SCHEMA billing TO visitor$/m, 'of the search path');
($exit, undef, $err) = run(migratec(), '-C', $path, 'inspect', '--sql', '--url', $pg->url('mixed'));
is("$exit$err", '0', 'others are');

# ---- no connection ----

my $nowhere = 'postgresql://me:s3cret@/none?host=/nowhere';
for my $command ([ '--url', $nowhere ], ["--url=$nowhere"], []) {
	($exit, my $out, $err) = run({ env => { DATABASE_URL => $nowhere } }, migratec(), '-C', $empty, 'inspect', @$command);
	is("$exit$out", '5', 'no connection is exit code 5');
	like($err, qr/^migratec: inspect: cannot connect to the database: /m, 'and a message');
	unlike($err, qr/s3cret/, 'without the password');
}
($exit, undef, $err) = run(migratec(), '-C', $empty, 'inspect', '--url', $pg->url('missing'));
is($exit, 5, 'neither is a database that is not there');

done_testing;
