revision { id = "frozen_b", parent = "frozen_a", message = "A file" }

function upgrade()
  copy_file("t", "b.csv", { columns = { "id", "changed_by" } })
end

function downgrade()
  execute "DELETE FROM t"
end
