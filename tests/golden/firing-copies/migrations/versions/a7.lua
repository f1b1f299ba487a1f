revision { id = "a7", parent = "a6", message = "all of them", created = "2026-11-30T00:50:00Z" }

function upgrade()
	execute [[
		ALTER TABLE p3 ENABLE TRIGGER ALL;
		ALTER TABLE pt ENABLE TRIGGER USER;
	]]
end
