revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_enum("mood", { "ok", "bad" })
  create_table("t", {
    column("a", "integer", { default = "abc" }),
    column("b", "mood", { default = "god" }),
    column("c", "boolean", { default = "maybe" }),
    column("d", "uuid", { default = "not-a-uuid" }),
    column("e", "jsonb", { default = "{" }),
    column("f", "integer", { default = true }),
    column("g", "text[]", { default = {} }),
    column("h", "integer", { default = sql "nothing + 1" }),
    column("i", "timestamptz", { default = "soon" }),
    column("j", "integer", { default = sql "'x'" }),
    column("k", "smallint", { default = "40000" }),
  })
end
