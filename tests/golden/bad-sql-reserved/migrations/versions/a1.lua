revision { id = "a1", message = "a1" }

function upgrade()
  execute "CREATE TABLE user (id bigint)"
  execute [[
    CREATE TABLE t (
      order integer
    )
  ]]
  execute "SELECT 1, ORDER BY 1"
  execute "SELECT 1, order by 1"
end
