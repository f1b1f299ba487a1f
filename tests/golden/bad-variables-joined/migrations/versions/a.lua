revision { id = "a", message = "a variable that would be another one with what is put behind it" }
function upgrade()
	assert(var "app" .. "_role" ~= var "app_role")
	create_table("t", { column("a", "int"), column("b", "text") })
	execute("GRANT SELECT ON t TO " .. var "app" .. ", " .. var "app_role")
	bulk_insert("t", { { a = 1, b = var "region" } })
	drop_table(var "app" .. "_role")
end
