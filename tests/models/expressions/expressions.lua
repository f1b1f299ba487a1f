table "a" { column("a", "bigint", { default = sql "nwo()" }) }
table "b" { column("b", "bigint", { generated = "bb + 1" }) }
table "c" { column("c", "bigint", { default = sql "c" }) }
table "d" { column("d", "boolean", { default = "maybe" }) }
table "e" { column("e", "integer"), check { "ee > 0" } }
table "f" { column("f", "integer"), check { "f +" } }
table "g" { column("g", "integer"), check { "g" } }
table "h" { column("h", "integer"), index { "hh" } }
table "i" { column("i", "integer"), index { "i", where = "ii > 0" } }
table "j" { column("j", "integer"), index { sql "lower(j)" } }
table "k" { column("k", "integer"), unique { "kk" } }
table "l" { column("l", "integer"), primary_key { "ll" } }
table "m" { column("m", "integer"), partition_by = "range (mm)" }
table "n" { column("n", "integer"), index { sql "random()" } }
table "o" { column("o", "integer"), exclude { { "o", "&&" }, using = "gist" } }
