table "events" {
  column("id", "bigint", { not_null = true }),
  column("at", "timestamptz", { not_null = true }),
  column("kind", "text"),
  primary_key { "id", "at" },
  index { "kind" },
  partition_by = "range (at)",
  partition("events_2020", { from = "2020-01-01", to = "2021-01-01" }),
  partition("events_2021", { from = "2021-01-01", to = "2022-01-01" }),
  partition("events_2022", { from = "2022-01-01", to = "2023-01-01" }),
}

table "places" {
  column("id", "bigint", { not_null = true }),
  column("country", "text", { not_null = true }),
  partition_by = "list (country)",
  partition("places_de", { values = { "de", "at" } }),
  partition("places_rest", { default = true }),
}
