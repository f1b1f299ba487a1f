table "t" {
  column("a", "integer"),
  column("a", "text"),
}

table "u" { column("a", "integer") }
table "u" { column("a", "integer") }
table "v" { column("a", "integer"), index { "a", name = "i" } }
table "w" { column("a", "integer"), index { "a", name = "i" } }
enum "u" { "x" }
sequence "i"
