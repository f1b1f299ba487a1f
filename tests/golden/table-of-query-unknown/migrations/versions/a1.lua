revision { id = "a1", message = "tables whose columns are not all known" }
function upgrade()
	execute [[
		CREATE TABLE base (a int, c text COLLATE "C");
		CREATE VIEW seen AS SELECT c FROM base;
		CREATE TABLE bits AS SELECT B'101' AS b;
		CREATE VIEW over_bits AS SELECT b FROM bits;
		CREATE TABLE collated AS SELECT c FROM base;
		CREATE TABLE collated_here AS SELECT a::text COLLATE "C" AS c FROM base;
		CREATE TABLE collated_there AS SELECT c FROM seen;
		CREATE TEMPORARY TABLE mine AS SELECT B'1' AS b;
		CREATE TABLE mine (a int);
		CREATE TABLE IF NOT EXISTS bits AS SELECT 1 AS a;
	]]
end

function downgrade()
	execute [[
		DROP TABLE public.mine, collated, collated_here, collated_there, bits CASCADE;
		CREATE TABLE bits (a int);
		DROP TABLE bits;
		DROP VIEW seen;
		DROP TABLE base;
	]]
end
