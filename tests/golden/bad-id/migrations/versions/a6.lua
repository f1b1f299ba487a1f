revision { id = "a,b", message = "A list" }
function upgrade() end
