table "t" {
  column("id", "bigint", { primary_key = true }),
  column("a", "integer", { not_null = true }),
  column("twice", "integer", { generated = "a * 2" }),
  column("expression_gone", "integer", { generated = "a + 1" }),
  column("becomes_generated", "integer"),
  column("of_altered", "integer", { generated = "a * 3" }),
  column("said_otherwise", "integer", { generated = "a * 4" }),
  index { "twice" },
}
