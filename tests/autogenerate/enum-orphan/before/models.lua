enum "colour" { "red", "green" }

table "cars" {
  column("id", "bigint", { primary_key = true }),
  column("colour", "colour", { not_null = true, default = "red" }),
}
