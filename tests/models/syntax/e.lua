table "y" { column("a", "integer") }
local n = nil .. "x"
