revision { id = "a3", parent = "a2", message = "no way back", created = "2026-11-22T15:10:00Z" }

function upgrade()
	comment_on([[extension "uuid-ossp"]], "unknown before")
	alter_extension("uuid-ossp", { update = true })
	execute [[ALTER EXTENSION "uuid-ossp" UPDATE TO '1.1']]
end
