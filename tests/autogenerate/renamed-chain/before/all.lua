enum "grade" { "low", "middle", "high" }
enum "rank" { "one" }
sequence "first" { start = 10 }
sequence "second" { start = 20 }
define [[
  CREATE DOMAIN code AS text CHECK (VALUE <> '');
  CREATE DOMAIN word AS text CHECK (VALUE <> 'word');
]]
table "a" {
  column("id", "bigserial", { primary_key = true }),
  column("x", "text"),
}
table "b" {
  column("id", "bigserial", { primary_key = true }),
  column("x", "integer"),
}
table "items" {
  column("a", "text", { unique = true, check = "a <> 'a'" }),
  column("b", "text", { unique = true, check = "b <> 'b'" }),
  column("c", "code"),
  column("d", "word"),
  column("grade", "grade"),
  column("rank", "rank"),
  check { "length(a) < 10", name = "short" },
  check { "length(b) < 20", name = "shorter" },
  index { "a", name = "one" },
  index { "b", name = "two" },
  index { "c" },
}
