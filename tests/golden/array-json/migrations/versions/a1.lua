revision { id = "a1", message = "objects in arrays" }

function upgrade()
  create_table("t", {
    column("id", "integer", { primary_key = true }),
    column("objects", "jsonb[]", { default = array { { a = 'q"', b = array { 1 } }, {}, null, "[2]" } }),
  })
  bulk_insert("t", { { id = 1, objects = array { { a = { 1, 2 } } } }, { id = 2 } })
end
