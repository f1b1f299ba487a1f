revision { id = "a", message = "rows for a tenant, and for some servers" }

function upgrade()
  create_schema(var "tenant")
  create_table(var "tenant" .. ".t", { column("id", "bigint", { primary_key = true }), column("name", "text") })
  create_table("u", { column("id", "bigint", { primary_key = true }), column("name", "text") })
  copy_file(var "tenant" .. ".t", "rows.csv")
end
