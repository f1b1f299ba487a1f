-- what a parent renames frees a name in its children
table "base" {
  column("a", "bigint", { not_null = true }),
  column("d", "text", { renamed_from = "b" }),
  check { "a > 0", name = "positive", renamed_from = "pos" },
}
table "kid" { column("b", "text", { renamed_from = "c" }), inherits = { "base" } }
table "grandkid" { column("d", "text", { default = "x" }), inherits = { "kid" } }
table "happenings" {
  column("happened", "timestamptz", { not_null = true, renamed_from = "at" }),
  column("at", "text", { check = "at <> ''", renamed_from = "kind" }),
  index { "at" },
  partition_by = "range (happened)",
  partition("happenings_2025", { from = "2025-01-01", to = "2026-01-01", renamed_from = "events_2025" }),
  partition("events_2026", { from = "2026-01-01", to = "2027-01-01" }),
  partition("events_rest", { default = true }),
  renamed_from = "events",
}
