revision { id = "a6", parent = "a5", message = "and dropped", created = "2026-11-30T01:30:00Z" }

function upgrade()
	execute [[
		DROP VIEW theirs;
		DROP FUNCTION later();
		DROP PROCEDURE public.abs(integer);
		DROP AGGREGATE public.max(integer);
	]]
end
