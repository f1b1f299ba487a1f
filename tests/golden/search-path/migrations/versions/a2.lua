revision { id = "a2", parent = "a1", message = "SET and set_config", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "SELECT set_config('search_path', 's, public', true)"
	add_column("t", column("in_s", "integer"))
	add_column("public.t", column("in_public", "integer"))
	create_table("public.made", { column("id", "serial"), column("t", "integer", { references = "public.t" }) })
	create_index("public.made", { "t" })
	execute [[SELECT pg_catalog.set_config('Search_Path', '"Odd, one", S', false) AS path, 1]]
	add_column("t", column("odd", "integer"))
	create_sequence("q", { owned_by = "t.id" })
	execute "SET SCHEMA 's'; ALTER TABLE t ADD second integer"
	execute "SET SESSION search_path TO DEFAULT; ALTER TABLE t ADD third integer"
	execute "SET LOCAL search_path = s; CREATE TEMPORARY TABLE temporary (id integer)"
	execute "SET LOCAL search_path = s; ALTER TABLE temporary ADD more integer; ALTER TABLE t ADD fourth integer"
	execute "RESET search_path"
	add_column("t", column("fifth", "integer"))
	execute "SET search_path = s; RESET ALL; ALTER TABLE t ADD sixth integer"
	execute "SELECT set_config('search_path', '', true), set_config('lock_timeout', '5s', true)"
	add_column("public.t", column("seventh", "integer"))
	comment_on("table public.t", "found")
	rename_table("public.made", "renamed")
	alter_column("public.t", "in_public", { default = sql "nextval('public.made_id_seq')" })
end
