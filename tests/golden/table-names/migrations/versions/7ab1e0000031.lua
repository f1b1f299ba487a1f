revision {
  id = "7ab1e0000031",
  parent = nil,
  message = "Names that are long, odd or reserved",
}

local long = "a_table_whose_name_is_nearly_as_long_as_a_name_may_be_at_all_ok"
local col = "a_column_with_a_rather_long_name_too"
local umlauts = "übergrößenträgeräöüß_übergrößenträger"

function upgrade()
  create_table(long, {
    column(col, "serial", { primary_key = true }),
    column("n", "bigint", { identity = "always", unique = true }),
    column(umlauts, "integer", { unique = true, check = '"' .. umlauts .. '" > 0' }),
    column("parent", "integer", { references = long }),
    index { umlauts, col },
    index { sql('lower("' .. umlauts .. '"::text)') },
  })
  create_table(umlauts, {
    column(umlauts, "smallserial", { unique = true }),
    column("x", "integer", { identity = "by default" }),
    column("y", "integer", { check = "y > 0" }),
    column("z", "integer", { check = "z > y" }),
    check { "z > 5" }, check { "y > z" }, check { "x > y" },
    unique { "x", "y" }, unique { "y", "x" },
    index { "x" }, index { "x", "y" },
  })
  create_table("select", {
    column("order", "integer", { primary_key = true }),
    column("Group", "text", { default = "It's \\ \"quoted\"", unique = true }),
    column('a"b', "integer", { check = '"a""b" > 0' }),
    column("c.d", "integer", { references = "select" }),

  })
  create_table('"a.b"', { column("x", "integer", { unique = true }) })
  create_table("t_a_key", {})
  create_table("t", { column("a", "integer", { unique = true, identity = "always" }), column("a1", "serial") })
  create_table("t_id_seq", {})
  add_column("t", column("id", "serial"))
  create_table("gone", { column("x", "serial"), temporary = true, on_commit = "drop" })
  drop_column("t", "a1")
  rename_column("t", "id", "key")
  rename_table("select", "from")
end
