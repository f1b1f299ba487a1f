table "lines" {
  column("order_id", "bigint", { not_null = true }),
  column("line", "integer", { not_null = true }),
  column("code", "text", { not_null = true }),
  primary_key { "order_id", "code" },
}

table "notes" {
  column("id", "bigint", { primary_key = true }),
  column("text", "text"),
}

table "tags" {
  column("id", "integer", { not_null = true }),
  column("name", "text", { primary_key = true }),
  unique { "id" },
}

table "taggings" {
  column("tag_id", "integer", { references = "tags(id)" }),
  column("note_id", "bigint"),
}
