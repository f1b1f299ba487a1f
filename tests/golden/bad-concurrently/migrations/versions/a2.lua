revision {
  id = "a2",
  parent = "a1",
  message = "a2",
}

function upgrade()
  create_index("log", { "at" }, { concurrently = true })
end
