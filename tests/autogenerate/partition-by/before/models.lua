table "events" {
  column("id", "bigint", { not_null = true }),
  column("at", "timestamptz", { not_null = true }),
}
