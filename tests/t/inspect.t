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
same_again('everything', slurp('tests/inspect/everything.sql'));

done_testing;
