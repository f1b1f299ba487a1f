revision { id = "c1", parent = "b1", message = "c1", depends_on = { "nowhere" } }

function upgrade()
end
