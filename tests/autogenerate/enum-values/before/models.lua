enum "mood" { "sad", "ok", "happy" }
enum "state" { "open", "closed" }
enum "gone" { "a", "b" }
enum "orphan" { "a", "b" }
enum "shrinks" { "a", "b", "c" }

table "people" {
  column("id", "bigint", { primary_key = true }),
  column("mood", "mood", { not_null = true, default = "ok" }),
  column("state", "state", { not_null = true, default = "open" }),
  column("gone", "gone"),
  column("shrinks", "shrinks", { default = "a" }),
}
