revision {
  id = "a@1",
  parent = nil,
  message = "a@1",
}

function upgrade()

end
