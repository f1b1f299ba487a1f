revision {
  id = "5c1ab1e00004",
  parent = "5c1ab1e00003",
  message = "It goes",
}

function upgrade()
  execute [[DROP TABLE tree]]
end
