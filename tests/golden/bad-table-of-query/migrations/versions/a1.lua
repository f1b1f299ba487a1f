revision { id = "a1", message = "tables of queries, known by name alone or not" }
function upgrade()
	execute [[
		CREATE TABLE bits AS SELECT B'101' AS b;
		CREATE VIEW over_bits AS SELECT b FROM bits;
		CREATE TABLE w AS SELECT 1 AS a;
		CREATE VIEW over_w AS SELECT a FROM w;
	]]
end
