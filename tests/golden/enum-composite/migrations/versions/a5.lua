revision { id = "a5", parent = "a4", message = "And a domain" }

function upgrade()
	drop_table "u"
	execute "CREATE DOMAIN feeling AS mood"
	add_enum_value("mood", "blue")
end
