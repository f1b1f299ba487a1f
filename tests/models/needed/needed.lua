table "users" { column("id","bigint",{primary_key=true}), unique { "zz" } }
table "posts" { column("a","bigint",{references="users"}) }
table "b.x" { column("a","bigint") }
define "CREATE VIEW v AS SELECT a FROM b.x"
table "carts" { column("id", "bigint", { primary_key = true }), index { "emial" } }
table "lines" { column("a", "bigint", { references = "carts" }) }
