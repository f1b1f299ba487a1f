require "lib.broken"
revision { id = "r1", parent = nil, message = "m" }

function upgrade() end
