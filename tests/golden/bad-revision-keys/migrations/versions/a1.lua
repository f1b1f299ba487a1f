revision { id = "a1", mesage = "x" }
function upgrade() end
