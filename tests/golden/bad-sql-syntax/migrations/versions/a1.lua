revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  execute [[
    CREATE TABLE ok (a integer);

    UPDATE ok
       SET a = 1
     WERE a = 2;
  ]]
  execute "SELECT 1 +"
  execute("SELECT " .. "FROM FROM")
end
