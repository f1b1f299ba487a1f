enum "mood" { "sad", "ok" }
define [[CREATE DOMAIN d AS mood]]
table "t" { column("id", "bigint", { primary_key = true }), column("d", "d", { default = "sad" }), column("ds", "d[]", { default = array {"sad","ok"} }) }
