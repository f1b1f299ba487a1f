revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP TRANSFORM FOR couple LANGUAGE sql"
	execute "DROP FUNCTION app.mood_into(internal) CASCADE"
end
