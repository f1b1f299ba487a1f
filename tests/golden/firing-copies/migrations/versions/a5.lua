revision { id = "a5", parent = "a4", message = "and the trigger itself", created = "2026-11-30T00:50:00Z" }

function upgrade()
	execute [[
		DROP TRIGGER "Tr 2" ON pt;
	]]
end
