revision { id = "n1", parent = { "c1", "c1" }, depends_on = { "d1", "d1" }, message = "n1" }

function upgrade()
end
