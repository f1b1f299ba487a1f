revision {
  id = "a17e00000001",
  parent = nil,
  message = "A table to change",
}

function upgrade()
  create_enum("mood", { "sad", "ok" })
  create_enum("state", { "ok", "off" })
  create_table("t", {
    column("id", "integer", { primary_key = true }),
    column("n", "integer", { default = 5 }),
    column("txt", "text", { default = "5" }),
    column("kind", "text", { not_null = true, default = "ok" }),
    column("mood", "mood", { default = "ok" }),
    column("at", "timestamp", { default = sql "now()" }),
    column("size", "numeric(10, 2)", { default = 1.5 }),
    column("word", "varchar(10)", { default = "w", collation = "C", unique = true }),
    column("tags", "text[]", { default = array { "1" } }),
    column("twice", "integer", { generated = "id * 2", comment = "of id" }),
    column("number", "bigint", { not_null = true, comment = "a number" }),
    column("auto", "smallint", { identity = { "always", start = 5 } }),
    column("auto2", "integer", { identity = "by default" }),
    column("stored", "text", { storage = "external", compression = "pglz", statistics = 100, options = { n_distinct = 5 } }),
    index { "kind" },
    index { "n" },
    check { "id < 1000" },
  })
end
