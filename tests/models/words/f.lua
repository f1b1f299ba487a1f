local t = table "r"
t { column("a", "integer") }
t { column("b", "integer") }
