table "lines" {
  column("order_id", "bigint", { not_null = true }),
  column("line", "integer", { not_null = true }),
  column("code", "text", { not_null = true }),
  primary_key { "order_id", "line" },
}

table "notes" {
  column("id", "bigint", { not_null = true }),
  column("text", "text"),
}

table "tags" {
  column("id", "integer", { primary_key = true }),
  column("name", "text", { not_null = true, unique = true }),
}

table "taggings" {
  column("tag_id", "integer", { references = "tags" }),
  column("note_id", "bigint"),
}
