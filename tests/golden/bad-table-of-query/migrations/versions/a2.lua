revision { id = "a2", message = "which are used, or wrong", parent = "a1" }
function upgrade()
	execute [[
		DROP TABLE bits;
		DROP TABLE w;
		DROP TABLE bits, w CASCADE;
		SELECT * FROM over_bits;
		SELECT * FROM bits;
		CREATE TABLE x AS SELECT 1 AS a, 2 AS a;
		CREATE TABLE y (one, two) AS SELECT 1;
		CREATE TABLE z AS SELECT 1 AS a;
		ALTER TABLE z DROP COLUMN b;
		SELECT 1 AS a INTO z;
		INSERT INTO z VALUES ('x');
	]]
end
