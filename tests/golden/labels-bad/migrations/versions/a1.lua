revision { id = "a1", parent = nil, message = "a1", labels = { "one", "a2", "head" } }

function upgrade()
end
