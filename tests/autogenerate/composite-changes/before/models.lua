define [[CREATE TYPE addr AS (street text, zip text, gone integer)]]
table "t" { column("id", "bigint", {primary_key=true}), column("a", "addr"), column("h", "addr[]") }
define [[CREATE VIEW v AS SELECT id, a FROM t]]
