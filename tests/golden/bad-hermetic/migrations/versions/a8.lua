revision {
  id = "a8",
  parent = "a7",
  message = "a8",
}

function upgrade()
  for k in pairs({ [{}] = 1 }) do end
end
