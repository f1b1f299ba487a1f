require "lib.circle"
revision { id = "r2", parent = "r1", message = "m" }

function upgrade() end
