revision {
  id = "c01000000001",
  parent = nil,
  message = "Tables to change",
}

function upgrade()
  create_enum("mood", { "sad", "ok" })
  create_extension "citext"
  create_table("places", { column("id", "bigint", { primary_key = true }), column("code", "text", { unique = true }) })
  create_table("t", { column("a", "integer"), column("b", "text") })
end
