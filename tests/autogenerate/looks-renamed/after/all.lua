enum "feeling" { "sad", "ok" }
enum "size" { "small", "big" }
table "people" {
  column("id", "bigint", { primary_key = true }),
  column("fullname", "text"),
  column("age", "integer", { not_null = true }),
}
table "items" {
  column("id", "bigint", { primary_key = true }),
  column("item_title", "text"),
  column("size", "size"),
}
table "parts" {
  column("id", "bigint"),
  partition_by = "list (id)",
  partition("part_1", { values = { 1 } }),
  partition("part_3", { values = { 3 } }),
}
