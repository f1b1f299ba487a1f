table "accounts" {
  column("id", "bigserial", { primary_key = true }),
  column("name", "text"),
}
table "kept" { column("id", "bigint") }
sequence "free"
sequence "held" { owned_by = "kept.id" }
