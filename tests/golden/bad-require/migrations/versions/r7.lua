pcall(require, "lib.broken")
revision { id = "r7", parent = "r6", message = "m" }

function upgrade() end
