revision { id = "replaces_bad_g", message = "Another's", replaces = { { "replaces_bad_e", "1:0e" } } }

function upgrade()
end
