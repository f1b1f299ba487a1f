revision {
  id = "a4",
  parent = "a3",
  message = "a4",
}

function upgrade()
  math.random()
end
