revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  execute [[
    SELECT tags[ids[1]] FROM things
  ]]
end
