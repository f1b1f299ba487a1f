revision { id = "b3", parent = "b1", message = "b3", depends_on = { "b3" } }

function upgrade()
end
