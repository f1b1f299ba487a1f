revision {
  id = "7ab1e0000021",
  parent = nil,
  message = "Tables like others, and of others",
}

function upgrade()
  create_table("parents", {
    column("id", "bigint", { identity = "always", primary_key = true, comment = "an id" }),
    column("name", "text", { not_null = true, default = "x", statistics = 40 }),
    column("size", "integer", { check = "size > 0" }),
    column("label", "text", { default = "l" }),
    column("big", "text", { generated = "upper(name)", compression = "pglz" }),
    check { "size < 100", name = "not_huge", no_inherit = true },
    unique { "name", "size" },
    index { sql "lower(name)", where = "size > 1", comment = "by name" },
  })
  create_table("others", { column("name", "text", { default = "y" }), column("extra", "date") })
  create_table("children", {
    column("own", "integer"),
    column("size", "integer", { default = 3 }),
    inherits = "parents",
  })
  create_table("both", {
    column("name", "text", { default = "z" }),
    inherits = { "parents", "others" },
  })
  create_table("grandchildren", { inherits = "children" })
  create_table("copies", { column("more", "text", { unique = true }), like = "parents including all" })
  create_table("solo", { column("once", "integer"), column("twice", "integer", { generated = "once * 2", comment = "both" }), index { "twice" }, check { "twice > once" } })
  create_table("solos", { inherits = "solo" })
  create_table("plain", { like = "parents" })
  create_table("partly", { like = "parents including defaults including identity including indexes" })
  execute [[CREATE TABLE mixed (a int, LIKE others INCLUDING ALL, b int CHECK (b > a))]]
end

