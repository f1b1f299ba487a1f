require "lib.nowhere"
revision { id = "r3", parent = "r2", message = "m" }

function upgrade() end
