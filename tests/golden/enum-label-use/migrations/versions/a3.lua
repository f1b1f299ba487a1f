revision { id = "a3", parent = "a2", message = "labels in expressions", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("color", { "red", "blue" })
	create_table("u", { column("id", "integer"), column("c", "color"), column("cs", "color[]"), column("n", "text") })
	create_check_constraint("u", "c <> 'green' OR n = 'green'")
	create_table("v", { column("c", "color"), column("n", "text"), check { "c::text <> 'green' OR c || 'green' <> n OR n LIKE 'green'" } })
	create_table("w", { column("c", "color"), check { "c IN ('red', 'bleu')" } })
	create_table("x", { column("cs", "color[]"), check { "'rde' = ANY (cs)" } })
	create_table("y", { column("c", "color"), column("g", "boolean", { generated = "c = 'rad'" }) })
	create_table("z", { column("c", "color"), index { "c", where = "c > 'bluf'" } })
	add_enum_value("color", "green")
	create_table("z2", { column("c", "color"), check { "c <> 'green'" } })
end
