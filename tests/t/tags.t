# What a statement is called in labels and messages: the command tag that psql prints for it.
use strict;
use warnings;
use lib 'tests/lib';

use Cluster qw(run spew tempdir);
use JSON::PP;
use Test::More;

my @statements = map { chomp; $_ } grep { /\S/ } <DATA>;
my $project = tempdir();
my $pg = Cluster->new;

# each in a revision of its own, since some stand alone
for my $i (0 .. $#statements) {
	spew(sprintf('%s/migrations/versions/r%03d.lua', $project, $i), sprintf(<<'LUA', $i, $i ? sprintf('"r%03d"', $i - 1) : 'nil', $statements[$i]));
revision { id = "r%03d", parent = %s, message = "m" }
function upgrade() execute([==[ %s ]==], { down = "" }) end
LUA
}
$pg->createdb('tags');
for my $i (0 .. $#statements) {
	my ($exit, $out, $err) = run({ stdin => $statements[$i] }, 'psql', '-Xt', $pg->url('tags'));
	my ($tag) = (grep { /^[A-Z ]+[\d ]*$/ } split /\n/, $out)[-1] =~ /^([A-Z ]*[A-Z])/;
	($exit, $out, $err) = run(migratec(), '-C', $project, 'show', '--json', sprintf 'r%03d', $i);
	my ($step) = @{ $exit ? [ { label => $err } ] : decode_json($out)->{up} };
	is($step->{label}, "execute $tag", $statements[$i]);
}
done_testing;

__DATA__
CREATE TABLE t (a integer, b text)
CREATE OR REPLACE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT a'
CREATE OR REPLACE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'
CREATE OR REPLACE VIEW v AS SELECT a FROM t
CREATE RECURSIVE VIEW w (n) AS VALUES (1) UNION SELECT n + 1 FROM w WHERE n < 3
CREATE TEMPORARY TABLE x (a integer)
CREATE UNLOGGED TABLE y (a integer)
CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)
CREATE CONSTRAINT TRIGGER c AFTER INSERT ON y FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()
ALTER TABLE t RENAME COLUMN b TO c
ALTER TABLE t RENAME TO tt
ALTER VIEW v RENAME TO vv
ALTER INDEX i RENAME TO ii
ALTER FUNCTION f(integer) IMMUTABLE
ALTER FUNCTION f(integer) RENAME TO g
ALTER PROCEDURE p() OWNER TO CURRENT_USER
ALTER ROUTINE g(integer) COST 10
CREATE DOMAIN d AS integer
ALTER DOMAIN d ADD CONSTRAINT positive CHECK (VALUE > 0)
ALTER DOMAIN d RENAME CONSTRAINT positive TO pos
CREATE TYPE composite AS (a integer)
ALTER TYPE composite ADD ATTRIBUTE b text
ALTER TYPE composite RENAME ATTRIBUTE b TO c
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer)
CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer)
CREATE OPERATOR FAMILY fam USING btree
CREATE COLLATION coll FROM "C"
CREATE TEXT SEARCH CONFIGURATION conf (COPY = english)
ALTER TEXT SEARCH CONFIGURATION conf DROP MAPPING FOR word
CREATE CAST (text AS d) WITH INOUT
CREATE RULE r AS ON DELETE TO tt DO INSTEAD NOTHING
CREATE POLICY pol ON tt
ALTER POLICY pol ON tt USING (true)
CREATE STATISTICS stat ON a, c FROM tt
ALTER STATISTICS stat SET STATISTICS 10
CREATE SEQUENCE s
ALTER SEQUENCE s INCREMENT 2
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC
GRANT SELECT ON tt TO PUBLIC
REVOKE SELECT ON tt FROM PUBLIC
COMMENT ON TABLE tt IS 'x'
INSERT INTO tt VALUES (1, 'a')
UPDATE tt SET c = 'b'
DELETE FROM tt
TRUNCATE tt
ANALYZE tt
SET work_mem = '4MB'
RESET work_mem
NOTIFY channel
DO $$ BEGIN NULL; END $$
CALL p()
REINDEX TABLE tt
CREATE PUBLICATION pub
DROP PUBLICATION pub
DROP STATISTICS stat
DROP POLICY pol ON tt
DROP RULE r ON tt
DROP CAST (text AS d)
DROP TEXT SEARCH CONFIGURATION conf
DROP OPERATOR FAMILY fam USING btree
DROP OPERATOR === (integer, integer)
DROP AGGREGATE total(integer)
DROP ROUTINE g(integer)
DROP PROCEDURE p()
DROP DOMAIN d
DROP VIEW vv, w
