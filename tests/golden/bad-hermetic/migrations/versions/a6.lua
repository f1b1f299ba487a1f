revision {
  id = "a6",
  parent = "a5",
  message = "a6",
}

function upgrade()
  require "socket"
end
