revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  while true do
    pcall(function()
      while true do end
    end)
  end
end
