enum "colour" { "red", "green" }

table "kept" {
  column("id", "bigint", { primary_key = true }),
  column("colour", "colour", { not_null = true, default = "red" }),
  column("others", "colour[]"),
}

table "cars" {
  column("id", "bigint", { primary_key = true }),
  column("colour", "colour", { not_null = true }),
}
