revision { id = "a2", parent = "a1", message = "its key follows", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER FUNCTION bucket RENAME TO slot;
	]]
end
