table "logged" {
  column("id", "bigint", { primary_key = true }),
  unlogged = true,
}

table "quick" {
  column("id", "bigint", { primary_key = true }),
}

table "filled" {
  column("id", "bigint", { primary_key = true }),
  with = { fillfactor = 80 },
}

table "said" {
  column("id", "bigint", { primary_key = true }),
  comment = "after",
}

table "unsaid" {
  column("id", "bigint", { primary_key = true }),
}
