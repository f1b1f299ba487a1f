revision { id = "a1", parent = nil, message = "a1" }

function upgrade()
end
