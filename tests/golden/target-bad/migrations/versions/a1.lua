revision { id = "a1", message = "refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	create_enum("mood", { "sad", "happy" })
	create_sequence "counter"
	create_table("users", { column("id", "bigint", { primary_key = true }) })
	create_table("app.users", { column("id", "bigint") })
	execute [[
		CREATE VIEW people AS SELECT id FROM users;
		CREATE VIEW others AS SELECT id FROM users;
		CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
		CREATE DOMAIN amount AS integer;
		CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
		CREATE TRIGGER touched BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION touch();
	]]
	rename("viw people", "x")
	rename("view poeple", "x")
	rename("view people", "others")
	rename("view people RENAME TO y; DROP VIEW others; ALTER VIEW z", "x")
	rename("function f(text)", "g")
	rename("trigger tuched on users", "x")
	rename("constraint c on domain amount", "x")
	rename("cast (text as integer)", "x")
	rename("table users", "members")
	rename("column users.id", "number")
	rename("constraint users_pkey on users", "x")
	rename("index users_pkey", "x")
	rename("sequence counter", "x")
	rename("schema app", "x")
	rename("type mood", "x")
	rename("type nosuch_type", "x")
	rename("view people", "x", { if_exist = true })
	set_schema("table users", "app")
	set_schema("table usrs", "app")
	set_schema("view people", "ap")
	set_schema("index users_pkey", "app")
	set_schema("trigger touched on users", "app")
	set_schema("function nosuch()", "app")
	set_schema("sequence cuonter", "app")
	owner("view peple", "postgres")
	owner("sequence users", "postgres")
	owner("column users.id", "postgres")
	owner("type mod", "postgres")
	rename "view people"
end
