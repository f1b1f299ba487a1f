revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP SUBSCRIPTION away"
	execute "DROP SUBSCRIPTION IF EXISTS far"
end
