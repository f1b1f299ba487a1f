revision { id = "a2", parent = "a1", message = "another name", created = "2026-11-30T00:50:00Z" }

function upgrade()
	execute [[
		ALTER TRIGGER tr ON pt RENAME TO "Tr 2";
	]]
end
