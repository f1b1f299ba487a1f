revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP FOREIGN TABLE IF EXISTS users;
		DROP FOREIGN TABLE other.members CASCADE;
		DROP SERVER away CASCADE;
	]]
end
