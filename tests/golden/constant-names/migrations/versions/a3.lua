revision { id = "a3", parent = "a2", message = "and come back with it", created = "2026-11-30T10:00:00Z" }

function upgrade()
	execute [[
		DROP VIEW named;
		DROP FUNCTION next_ticket();
		DROP DOMAIN ticket_number;
		DROP TEXT SEARCH CONFIGURATION terms CASCADE;
	]]
end
