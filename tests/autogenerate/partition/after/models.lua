table "events" {
  column("id", "bigint", { not_null = true }),
  column("at", "timestamptz", { not_null = true }),
  column("kind", "varchar"),
  column("note", "text"),
  primary_key { "id", "at" },
  index { "kind", "at" },
  partition_by = "range (at)",
  partition("events_2021", { from = "2021-01-01", to = "2022-01-01" }),
  partition("events_2022", { from = "2022-01-01", to = "2024-01-01" }),
  partition("events_2024", { from = "2024-01-01", to = "2025-01-01" }),
}

table "places" {
  column("id", "bigint", { not_null = true }),
  column("country", "text", { not_null = true }),
  partition_by = "list (country)",
  partition("places_de", { values = { "de" } }),
  partition("places_rest", { default = true }),
}

table "hashed" {
  column("id", "bigint", { primary_key = true }),
  partition_by = "hash (id)",
  partition("hashed_0", { modulus = 2, remainder = 0 }),
  partition("hashed_1", { modulus = 2, remainder = 1 }),
}
