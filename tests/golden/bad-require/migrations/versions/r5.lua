require "lib..audit"
revision { id = "r5", parent = "r4", message = "m" }

function upgrade() end
