revision { id = "changed_d", message = "The script itself" }

function upgrade()
  create_schema "e"
end
