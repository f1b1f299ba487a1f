revision {
  id = "bad7ab000001",
  parent = nil,
  message = "What is there",
}

function upgrade()
  create_enum("mood", { "sad", "ok" })
  create_table("places", { column("id", "integer", { primary_key = true }), column("code", "text", { unique = true }) })
  create_table("t", {
    column("id", "serial", { primary_key = true }),
    column("a", "integer"),
    column("twice", "integer", { generated = "a * 2" }),
    column("place", "integer", { references = "places" }),
    column("number", "bigint", { identity = "always" }),
    column("body", "text", { default = "x", not_null = true }),
    column("kind", "mood"),
  })
  create_table("parents", { column("x", "integer", { not_null = true }), column("y", "text") })
  create_table("children", { inherits = "parents", column("z", "integer") })
  create_table("log", {
    column("at", "date"), column("k", "integer"),
    partition_by = "range (at)",
    partition("log_1", { from = "2026-01-01", to = "2026-02-01" }),
  })
  create_table("rows", { column("r", "places") })
end
