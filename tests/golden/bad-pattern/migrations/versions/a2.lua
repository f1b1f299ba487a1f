revision { id = "a2", parent = "a1", message = "A pattern that takes for ever" }

function upgrade()
  local text = ("a"):rep(300000)
  text:find(("a-"):rep(30) .. "b")
end
