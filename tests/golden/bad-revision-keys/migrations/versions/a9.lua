revision { id = "a9", message = "why is not said", irreversible = "" }

function upgrade()
end
