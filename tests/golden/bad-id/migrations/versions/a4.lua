revision {
  id = "",
  parent = nil,
  message = "",
}

function upgrade()

end
