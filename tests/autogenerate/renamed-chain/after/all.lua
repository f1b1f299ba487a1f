-- whatever comes first in the models, what frees a name comes before what takes it
enum "rank" { "lower", "middle", "low", renamed_from = "grade", renamed_values = { lower = "low", low = "high" } }
enum "class" { "one", renamed_from = "rank" }
sequence "second" { start = 10, renamed_from = "first" }
sequence "third" { start = 20, renamed_from = "second" }
define [[
  CREATE DOMAIN word AS text CHECK (VALUE <> '');
  CREATE DOMAIN term AS text CHECK (VALUE <> 'word');
]]
renamed_from("domain word", "code")
renamed_from("domain term", "word")
table "b" {
  column("id", "bigserial", { primary_key = true }),
  column("y", "text", { renamed_from = "x" }),
  renamed_from = "a",
}
table "c" {
  column("id", "bigserial", { primary_key = true }),
  column("x", "integer"),
  renamed_from = "b",
}
table "items" {
  column("b", "text", { unique = true, check = "b <> 'a'", renamed_from = "a" }),
  column("c", "text", { unique = true, check = "c <> 'b'", renamed_from = "b" }),
  column("d", "word", { renamed_from = "c" }),
  column("e", "term", { renamed_from = "d" }),
  column("grade", "rank"),
  column("rank", "class"),
  check { "length(b) < 10", name = "shorter", renamed_from = "short" },
  check { "length(c) < 20", name = "shortest", renamed_from = "shorter" },
  index { "b", name = "two", renamed_from = "one" },
  index { "c", name = "three", renamed_from = "two" },
  index { "d" },
}
