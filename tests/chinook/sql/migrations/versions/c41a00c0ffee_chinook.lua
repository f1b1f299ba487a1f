revision {
  id = "c41a00c0ffee",
  message = "Chinook, from its SQL",
}

function upgrade()
  execute_file "chinook.sql"
end
