revision { id = "a1", parent = nil, message = "composite types", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE SCHEMA app"
	execute "CREATE TYPE mood AS ENUM ('sad', 'happy')"
	execute [[
		CREATE TYPE pair AS (a int, b varchar(20) COLLATE "C", "Odd name" numeric(5,2)[]);
		CREATE TYPE app.line AS (from_p pair, to_p pair[], mood mood);
		CREATE TYPE nothing AS ();
		COMMENT ON TYPE pair IS 'two and one';
		COMMENT ON COLUMN pair."Odd name" IS 'odd';
		CREATE FUNCTION first(p pair) RETURNS integer LANGUAGE sql RETURN (p).a;
		CREATE DOMAIN some_pair AS pair CHECK ((VALUE).a > 0);
	]]
	create_table("t", { column("id", "bigint", { primary_key = true }), column("p", "pair"), column("l", "app.line[]") })
	execute "CREATE TYPE shape AS (id int, what text)"
	execute "CREATE TABLE typed OF shape (PRIMARY KEY (id))"
	execute "CREATE TABLE like_it (LIKE shape, more int)"
end
