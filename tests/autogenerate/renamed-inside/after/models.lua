enum "mood" { "blue", "ok", renamed_values = { blue = "sad" } }
define [[CREATE DOMAIN d AS mood]]
table "t" { column("id", "bigint", { primary_key = true }), column("d", "d", { default = "blue" }), column("ds", "d[]", { default = array {"blue","ok"} }) }
