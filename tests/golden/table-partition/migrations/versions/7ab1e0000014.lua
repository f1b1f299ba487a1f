revision {
  id = "7ab1e0000014",
  parent = "7ab1e0000013",
  message = "There is nothing of a partitioned table to log",
}

function upgrade()
  execute [[
CREATE TABLE logged (id integer, n bigint GENERATED ALWAYS AS IDENTITY) PARTITION BY HASH (id);
CREATE UNLOGGED TABLE unlogged (id integer) PARTITION BY HASH (id)]]
end
