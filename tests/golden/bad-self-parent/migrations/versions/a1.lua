revision {
  id = "a1",
  parent = "a1",
  message = "a1",
}

function upgrade()

end
