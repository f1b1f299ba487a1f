revision { id = "a1", message = "operations as values" }

local function twice(name)
  create_schema(name)
  return create_schema(name .. "2")
end

function upgrade()
  create_table("t", {
    create_table("u", { column("id", "bigint") }),
    column("id", "bigint"),
  })
  add_column("u", add_column("u", column("a", "text")))
  execute(create_schema "a")
  local named = tostring(twice("s"))
  create_schema(named)
  column("lost", "text")
end
