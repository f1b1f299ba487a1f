revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  local t = nil
  add_column(t.name, column("a", "integer"))
end
