-- a sequence that is owned by what goes is kept for what comes
table "users" {
  column("id", "bigint", { default = sql "nextval('accounts_id_seq')", not_null = true }),
}
table "kept" { column("id", "bigint") }
sequence "accounts_id_seq" { owned_by = "users.id" }
sequence "free" { owned_by = "users.id" }
sequence "held" { owned_by = "users.id" }
