revision { id = "b1", message = "What is right" }

function upgrade()
  create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text") })
  create_table("shops", { column("email", "text") })
  create_table("parents", { column("id", "bigint", { primary_key = true }) })
  create_table("children", { column("parent_id", "bigint", { references = "parents" }) })
end
