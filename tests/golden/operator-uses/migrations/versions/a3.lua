revision { id = "a3", parent = "a2", message = "what uses the operator goes with it", created = "2026-11-30T01:02:00Z" }

function upgrade()
	execute "DROP OPERATOR s.=== (int, int) CASCADE"
end
