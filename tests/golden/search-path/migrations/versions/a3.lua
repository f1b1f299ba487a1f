revision { id = "a3", parent = "a2", message = "what was set is not any more", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_column("t", column("eighth", "integer"))
	drop_column("t", "in_public")
	drop_table { "s.t", "renamed" }
end
