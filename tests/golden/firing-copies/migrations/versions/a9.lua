revision { id = "a9", parent = "a8", message = "all goes", created = "2026-11-30T00:50:00Z" }

function upgrade()
	execute [[
		DROP TABLE pt
	]]
end
