revision { id = "a5", parent = "a4", message = "which are changed", created = "2026-11-30T01:30:00Z" }

function upgrade()
	execute [[
		COMMENT ON FUNCTION public.now() IS 'ours';
		ALTER FUNCTION public.lower(text) COST 5;
		GRANT EXECUTE ON FUNCTION public.now() TO PUBLIC;
		REVOKE EXECUTE ON FUNCTION public.max(integer) FROM PUBLIC;
		ALTER FUNCTION public.now() RENAME TO later;
		ALTER FUNCTION public.lower(text) RENAME TO lowered;
	]]
end
