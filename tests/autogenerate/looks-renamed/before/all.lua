enum "mood" { "sad", "ok" }
enum "size" { "small", "large" }
table "persons" {
  column("id", "bigint", { primary_key = true }),
  column("fullname", "text"),
  column("age", "integer", { not_null = true }),
}
table "items" {
  column("id", "bigint", { primary_key = true }),
  column("title", "text"),
  column("size", "size"),
}
table "parts" {
  column("id", "bigint"),
  partition_by = "list (id)",
  partition("parts_one", { values = { 1 } }),
  partition("parts_two", { values = { 2 } }),
}
