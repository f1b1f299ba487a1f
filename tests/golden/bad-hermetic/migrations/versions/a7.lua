revision {
  id = "a7",
  parent = "a6",
  message = "a7",
}

function upgrade()
  require "lib.nothing"
end
