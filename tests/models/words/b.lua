table "x" { colum("a", "integer") }
