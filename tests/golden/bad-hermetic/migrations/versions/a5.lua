revision {
  id = "a5",
  parent = "a4",
  message = "a5",
}

function upgrade()
  print("x")
end
