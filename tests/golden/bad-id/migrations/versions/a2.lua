revision {
  id = "a 2",
  parent = nil,
  message = "a 2",
}

function upgrade()

end
