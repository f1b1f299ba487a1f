table "logged" {
  column("id", "bigint", { primary_key = true }),
}

table "quick" {
  column("id", "bigint", { primary_key = true }),
  unlogged = true,
}

table "filled" {
  column("id", "bigint", { primary_key = true }),
  with = { fillfactor = 70, autovacuum_enabled = false },
}

table "said" {
  column("id", "bigint", { primary_key = true }),
  comment = "before",
}

table "unsaid" {
  column("id", "bigint", { primary_key = true }),
  comment = "gone",
}
