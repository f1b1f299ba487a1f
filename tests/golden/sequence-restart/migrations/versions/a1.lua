revision { id = "a1", message = "where it stood is not known", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_sequence("s1")
end
