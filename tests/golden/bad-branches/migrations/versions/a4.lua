revision {
  id = "a4",
  parent = nil,
  message = "a4",
}

function upgrade()

end
