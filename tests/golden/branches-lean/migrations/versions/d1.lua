revision { id = "d1", parent = { "b1", "c1" }, message = "d1" }

function upgrade()
end
