revision { id = "79bed0000002", parent = "79bed0000001", message = "Keys and more" }

function upgrade()
  create_primary_key("pairs", "x")
  create_index("pairs", "day")
  alter_column("pairs", "y", { default = "a", not_null = true })
  comment_on("column pairs.day", "which")
  drop_constraint("keyed", "keyed_pkey")
  alter_column("keyed", "x", { not_null = false })
  alter_table("plain", { of_type = "pair" })
end
