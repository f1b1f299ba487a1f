revision { id = "a5", parent = "a4", message = "and the own path brings back", created = "2026-11-30T00:40:00Z" }

function upgrade()
	execute [[
		DROP VIEW far.seen;
		DROP POLICY own ON far.things;
		DROP RULE quiet ON far.things;
	]]
end
