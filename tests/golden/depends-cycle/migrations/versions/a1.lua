revision { id = "a1", parent = nil, message = "a1", depends_on = "b2" }

function upgrade()
end
