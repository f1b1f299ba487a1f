revision { id = "replaces_bad_b", parent = "replaces_bad_c", message = "The parent is part of another", replaces = { { "replaces_bad_e", "1:0e" } } }

function upgrade()
end
