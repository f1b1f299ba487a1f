revision { id = "a5", parent = "a4", message = "one of them goes", created = "2026-11-30T01:35:00Z" }

function upgrade()
	execute [[
		DROP OPERATOR linked.!== (integer, integer);
		DROP OPERATOR <<< (integer, integer);
	]]
end
