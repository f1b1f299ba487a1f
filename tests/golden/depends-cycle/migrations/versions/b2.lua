revision { id = "b2", parent = "b1", message = "b2" }

function upgrade()
end
