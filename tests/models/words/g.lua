table { column("a", "integer") }
table(5) { column("a", "integer") }
table "k" "l"
table "" { column("a", "integer") }
table "n" { "a", "b" }
enum "s" { 1, 2 }
schema "u" { x = 1 }
sequence "sq" { star = 1 }
comment_on "table sq"
comment_on("tabel sq", "x")
