table "a" { column("id", "serial", { primary_key = true }) }
table "b" { column("id", "integer", { primary_key = true }) }
table "c" { column("id", "integer", { primary_key = true, identity = "by default" }) }
table "d" { column("id", "serial", { primary_key = true }) }
table "e" { column("id", "bigserial", { primary_key = true }) }
table "f" { column("id", "bigserial", { primary_key = true }) }
table "g" { column("id", "integer", { primary_key = true }) }
table "h" { column("id", "integer", { primary_key = true, identity = "always" }) }
