revision { id = "1e57a0000001", parent = nil, message = "Tables that inherit" }

function upgrade()
  create_table("parents", {
    column("id", "integer", { check = "id > 0" }),
    column("name", "text"),
    column("size", "integer"),
  })
  create_table("others", { column("id", "integer"), column("other", "text", { check = "other <> ''" }) })
  create_table("children", { column("extra", "integer"), inherits = "parents" })
  create_table("grandchildren", { inherits = "children" })
  create_table("both", { inherits = { "parents", "others" } })
  create_table("own", {
    column("id", "integer"), column("name", "text"), column("size", "integer"),
    check { "id > 0", name = "parents_id_check" },
  })
  alter_table("own", { inherit = "parents" })
  create_check_constraint("parents", "size < 100", { name = "small" })
end
