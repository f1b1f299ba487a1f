revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_enum("mood", { "ok", "bad" })
  create_table("t", { column("m", "mood") })
end
