revision {
  id = "a1",
  parent = "a3",
  message = "a1",
}

function upgrade()

end
