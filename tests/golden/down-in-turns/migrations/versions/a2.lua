revision { id = "a2", parent = "a1", message = "taken away together", created = "2026-11-30T10:00:00Z" }

function upgrade()
	execute [[
		DROP FUNCTION is_code CASCADE;
		DROP TABLE places CASCADE;
		DROP VIEW ones CASCADE;
		DROP SCHEMA attic CASCADE;
	]]
end
