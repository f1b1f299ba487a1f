revision { id = 5, message = "x" }
function upgrade() end
