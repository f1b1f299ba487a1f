revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  execute "SELECT 'a\0b'"
  create_table("t\0", { column("a", "integer") })
  create_table("caf\xe9", { column("a", "integer") })
end
