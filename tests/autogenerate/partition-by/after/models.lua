table "events" {
  column("id", "bigint", { not_null = true }),
  column("at", "timestamptz", { not_null = true }),
  partition_by = "range (at)",
  partition("events_2020", { from = "2020-01-01", to = "2021-01-01" }),
}
