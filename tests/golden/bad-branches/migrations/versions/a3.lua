revision {
  id = "a3",
  parent = "a1",
  message = "a3",
}

function upgrade()

end
