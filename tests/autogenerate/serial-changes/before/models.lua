table "a" { column("id", "integer", { primary_key = true }) }
table "b" { column("id", "serial", { primary_key = true }) }
table "c" { column("id", "serial", { primary_key = true }) }
table "d" { column("id", "integer", { primary_key = true, identity = "always" }) }
table "e" { column("id", "serial", { primary_key = true }) }
table "f" { column("id", "integer", { primary_key = true }) }
table "g" { column("id", "smallserial", { primary_key = true }) }
table "h" { column("id", "integer", { primary_key = true }) }
table "i" { column("id", "bigserial") }
