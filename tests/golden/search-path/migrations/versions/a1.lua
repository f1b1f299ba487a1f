revision { id = "a1", message = "names are found as the server finds them", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "s"
	create_schema "Odd, one"
	create_table("t", { column("id", "serial", { primary_key = true }) })
	create_table("s.t", { column("id", "serial", { primary_key = true }) })
	create_table("Odd, one.t", { column("id", "integer") })
end
