revision { id = "a6", parent = "a5", message = "and then the other", created = "2026-11-30T01:35:00Z" }

function upgrade()
	execute [[
		DROP OPERATOR linked.=== (integer, integer);
		DROP OPERATOR >>> (integer, integer);
	]]
end
