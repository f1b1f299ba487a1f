revision { id = "replaces_bad_f", message = "Shapes", replaces = { "replaces_bad_e", { "a" }, { "a", 1 }, { "a", "b", "c" } } }

function upgrade()
end
