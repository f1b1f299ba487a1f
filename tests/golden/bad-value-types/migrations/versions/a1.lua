revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_table(7, { column("a", "integer") })
  create_table("t", "a integer")
  create_table("t", {
    column("a", "integer", { not_null = "yes" }),
    column("b", "integer", { default = function() end }),
    column("c", 5),
  })
  create_index("t", { "a" }, { unique = 1 })
end
