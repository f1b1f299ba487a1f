revision { id = "a2", parent = "a1", message = "a2", labels = { "one", "a b", "c@d", "" } }

function upgrade()
end
