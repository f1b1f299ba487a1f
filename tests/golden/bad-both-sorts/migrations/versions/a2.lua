revision { id = "a2", parent = "b1", message = "Both sorts of mistakes, each said once" }

function upgrade()
  add_column("user", column("phone", "text"))

  -- what has to do with an operation that cannot be read is not judged
  create_table("orders", {
    column("id", "bigint", { primary_key = true }),
    column("user_id", "bigint", { refrences = "users" }),
    index { "user_id" },
  })
  drop_index("orders_user_id_idx")
  create_index("orders", { "paid_at" })
  alter_column("orders", "user_id", { type = "integer" })
  create_table("lines", { column("order_id", "bigint", { references = "orders" }) })
  create_index("lines", { "order_id" })
  drop_table("children", { if_exits = true })
  drop_table("parents")
  create_table("children", { column("id", "bigint") })
  execute([[CREATE VIEW totals AS SELECT 1 AS n]], { dwn = "DROP VIEW totals" })
  execute([[COMMENT ON COLUMN totals.n IS 'x']])
  drop_column("users", 7)

  create_index("shops", { "emial" })
end

function downgrade()
  drop_table("ordes")
end
