table "base" {
  column("a", "integer", { not_null = true }),
  column("b", "text"),
  check { "a > 0", name = "pos" },
}
table "kid" { column("c", "text"), inherits = { "base" } }
table "grandkid" { column("b", "text", { default = "x" }), inherits = { "kid" } }
table "events" {
  column("at", "timestamptz", { not_null = true }),
  column("kind", "text", { check = "kind <> ''" }),
  index { "kind" },
  partition_by = "range (at)",
  partition("events_2025", { from = "2025-01-01", to = "2026-01-01" }),
  partition("events_2026", { from = "2026-01-01", to = "2027-01-01" }),
  partition("events_rest", { default = true }),
}
