revision { id = "a1", message = "Tables that cannot be read" }

function upgrade()
  local inner = {}
  inner.again = inner
  create_table("a", { column("j", "jsonb", { default = inner }) })
  local deep = {}
  for _ = 1, 200 do deep = { deep } end
  create_table("b", { column("j", "jsonb", { default = deep }) })
  create_table("c", { column("n", "integer", setmetatable({}, { __index = { not_null = true } })) })
  create_table("d", { column("n", "integer"), [7] = column("m", "integer") })
  create_table("e", { column("n", "integer", { [true] = 1 }) })
  create_table("f", { column("n", "integer", { [0] = 1 }) })
  create_table("g", { column("n", "float8", { default = 0 / 0 }) })
  create_table("h", { column("n", "integer", { default = function() end }) })
  pcall(create_table, 7)
end
