revision { id = "a1", message = "refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	for i = 1, 6 do
		create_schema("s" .. i)
	end
	create_table("s1.t", { column("a", "integer") })
	create_schema("s2")
	create_schema("pg_x")
	rename_schema("s3", "pg_y")
	rename_schema("s4", "s4")
	rename_schema("s9", "s10")
	alter_schema("s8", { owner = "x" })
	drop_schema("s1")
	drop_schema { "s5", "s11" }
end
