revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_table("t", { column("a", "integer" })
end
