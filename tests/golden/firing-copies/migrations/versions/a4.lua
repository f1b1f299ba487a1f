revision { id = "a4", parent = "a3", message = "another goes", created = "2026-11-30T00:50:00Z" }

function upgrade()
	execute [[
		DROP TABLE p2;
	]]
end
