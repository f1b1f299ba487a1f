require "lib.operation"
revision { id = "r6", parent = "r5", message = "m" }

function upgrade() end
