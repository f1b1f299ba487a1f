revision {
  id = "7ab1e0000015",
  parent = "7ab1e0000014",
  message = "so nothing is done",
}

function upgrade()
  execute [[
ALTER TABLE logged SET UNLOGGED;
ALTER TABLE unlogged SET LOGGED;
DROP TABLE logged;
DROP TABLE unlogged]]
end
