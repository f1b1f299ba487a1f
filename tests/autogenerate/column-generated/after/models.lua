table "t" {
  column("id", "bigint", { primary_key = true }),
  column("a", "bigint", { not_null = true }),
  column("twice", "integer", { generated = "a * 20" }),
  column("expression_gone", "integer"),
  column("becomes_generated", "integer", { generated = "a + 2" }),
  column("of_altered", "integer", { generated = "a * 3" }),
  column("said_otherwise", "integer", { generated = "(a*4)" }),
  column("fresh", "text", { generated = "a::text" }),
  index { "twice" },
}
