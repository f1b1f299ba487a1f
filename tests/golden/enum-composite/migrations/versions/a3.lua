revision { id = "a3", parent = "a2", message = "One less" }

function upgrade()
	drop_enum_value("mood", "sad")
	create_table("u", { column("p", "pair") })
end
