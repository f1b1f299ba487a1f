revision { id = "a7", parent = "a6", message = "and stays so on the own one", created = "2026-11-30T01:20:00Z" }

function upgrade()
	create_table("later", { column("id", "integer", { check = "twice(id) > 2" }) })
	execute "CREATE VIEW last AS SELECT twice(1) AS double"
	execute "SET search_path = far; ALTER FUNCTION public.twice(integer) RENAME TO doubled"
	execute "SET search_path = ''; DROP TABLE public.late, public.later; DROP VIEW public.last; DROP FUNCTION public.doubled(integer)"
	execute "RESET search_path; DROP TABLE parts, sliced"
end
