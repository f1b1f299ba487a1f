revision { id = "a1", message = "what has a comment and no model", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("t", { column("a", "integer", { primary_key = true }) })
	execute [[CREATE VIEW v AS SELECT a FROM t]]
	execute [[CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1']]
	execute [[CREATE TYPE pair AS (x int)]]
	comment_on("view v", "a view")
	comment_on("column v.a", "its column")
	comment_on("function f(int)", "a function")
	comment_on("column pair.x", "a field")
	comment_on("type pair", "a type")
	comment_on("index t_pkey", "the index of a key")
	comment_on("extension plpgsql", "PL/pgSQL")
	comment_on("operator + (int, int)", "plus")
end

function downgrade()
	execute [[COMMENT ON OPERATOR + (int, int) IS 'add']]
	execute [[COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language']]
	execute [[DROP VIEW v]]
	execute [[DROP FUNCTION f(int)]]
	execute [[DROP TYPE pair]]
	drop_table "t"
end
