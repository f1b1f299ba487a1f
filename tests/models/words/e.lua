table "q" { column("a", "integer") } { column("b", "integer") }
