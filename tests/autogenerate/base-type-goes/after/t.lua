table "t" { column("a", "integer") }
