revision { id = "changed_a", message = "A module" }

local audit = require "lib.audit"

function upgrade()
  create_table("t", { column("id", "bigint"), audit.columns() })
end
