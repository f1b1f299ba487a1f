revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_table("t", {
    column("a", "integer", { not_nul = true }),
    comentary = "x",
  })
  create_index("t", { "a" }, { uniqe = true })
end
