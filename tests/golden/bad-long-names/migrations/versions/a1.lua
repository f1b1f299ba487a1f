revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_table(("x"):rep(64), { column("a", "integer") })
  create_table("t", { column(("é"):rep(32), "integer") })
  create_table("", { column("a", "integer") })
end
