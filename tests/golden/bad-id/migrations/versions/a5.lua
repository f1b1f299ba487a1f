revision {
  id = "a:b",
  parent = nil,
  message = "a:b",
}

function upgrade()

end
