revision {
  id = "head",
  parent = nil,
  message = "head",
}

function upgrade()

end
