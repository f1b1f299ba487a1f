enum "mood" { "sad", "meh", "ok", "happy", "ecstatic" }
enum "state" { "open", "waiting", "closed" }
enum "orphan" { "a", "b" }
enum "shrinks" { "a", "c" }
enum "brand_new" { "x", "y" }

table "people" {
  column("id", "bigint", { primary_key = true }),
  column("mood", "mood", { not_null = true, default = "meh" }),
  column("state", "state", { not_null = true, default = "waiting" }),
  column("gone", "text"),
  column("shrinks", "shrinks", { default = "c" }),
  column("fresh", "brand_new", { not_null = true, default = "x" }),
}
