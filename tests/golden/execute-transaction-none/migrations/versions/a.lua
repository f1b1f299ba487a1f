revision { id = "a", message = "an enum" }

function upgrade()
  create_enum("mood", { "ok" })
  create_table("t", { column("id", "integer", { primary_key = true }), column("m", "mood") })
end
