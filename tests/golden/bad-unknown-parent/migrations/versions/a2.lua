revision {
  id = "a2",
  parent = "a1ab",
  message = "a2",
}

function upgrade()

end
