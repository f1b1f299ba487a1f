revision { id = "a1", message = "items that nothing uses" }

local audit = require "lib.audit"
local elsewhere = column("x", "text")
local both = { column("y", "text") }

local function key(name)
  return column(name or "id", "bigint", { primary_key = true })
end

function upgrade()
  local now = sql "now()"
  local spare = key("spare")
  create_table("t", { key(), audit.columns()[1], both[1] })
  column("email", "text")
  index { "id" }
  check { "id > 0" }
  sql "UPDATE t SET id = 1"
  column("at", "timestamptz", { default = now })
  execute("COMMENT ON TABLE t IS '" .. tostring(sql "text") .. "'")
  for i = 1, 2 do
    local c = column("n" .. i, "int")
    if i == 2 then
      add_column("t", c)
    end
  end
end

function downgrade()
  drop_table "t"
  unique { "id" }
end
