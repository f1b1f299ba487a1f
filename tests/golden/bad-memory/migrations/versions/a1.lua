revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  local s = "x"
  while true do
    s = s .. s
  end
end
