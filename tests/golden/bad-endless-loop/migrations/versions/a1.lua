revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  local n = 0
  while true do
    n = n + 1
  end
end
