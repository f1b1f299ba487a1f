local f = require "lib.f"
revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  f()
end
