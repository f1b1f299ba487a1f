revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_table "terms"
	execute "DROP TYPE app.span, dayrange"
	execute "DROP TYPE some_years CASCADE"
end
