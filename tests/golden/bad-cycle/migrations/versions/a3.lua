revision {
  id = "a3",
  parent = "a2",
  message = "a3",
}

function upgrade()

end
