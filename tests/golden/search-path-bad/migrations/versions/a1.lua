revision { id = "a1", message = "mistakes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "s"
	create_table("t", { column("id", "integer") })
	create_table("s.u", { column("id", "integer") })
	execute [[
SELECT set_config('search_path', 's', true);
ALTER TABLE t ADD a integer;
SELECT set_config('search_path', 's,,public', true);
SELECT set_config('search_path', '"s', true);
SET LOCAL search_path = public;
ALTER TABLE u ADD a integer;
SELECT set_config('search_path', '', true);
ALTER TABLE t ADD b integer;
CREATE TABLE v (id integer);
CREATE SEQUENCE q;
]]
	create_enum("e", { "a" })
	add_column("public.t", column("c", "integr"))
end
