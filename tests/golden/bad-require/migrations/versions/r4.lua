require "audit"
revision { id = "r4", parent = "r3", message = "m" }

function upgrade() end
