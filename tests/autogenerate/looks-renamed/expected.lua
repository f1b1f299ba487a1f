function upgrade()
  add_enum_value("size", "big", { after = "small" })
  -- loses data
  drop_table { "parts_two", "parts_one" }
  -- loses data
  drop_column("items", "title")
  -- loses data
  drop_table "persons"
  drop_enum "mood"
  create_enum("feeling", { "sad", "ok" })
  create_table("people", {
    column("id", "bigint", { primary_key = true }),
    column("fullname", "text"),
    column("age", "integer", { not_null = true }),
  })
  create_table("part_1", { partition_of = "parts", values = 1 })
  create_table("part_3", { partition_of = "parts", values = 3 })
  add_column("items", column("item_title", "text"))
  -- fails where a row has 'large'
  drop_enum_value("size", "large")
end
