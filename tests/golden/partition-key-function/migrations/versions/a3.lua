revision { id = "a3", parent = "a2", message = "and goes with it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP FUNCTION slot CASCADE;
	]]
end
