define [[CREATE TYPE addr AS (street text, zip integer, city text)]]
table "t" { column("id", "bigint", {primary_key=true}), column("a", "addr"), column("h", "addr[]") }
define [[CREATE VIEW v AS SELECT id, a FROM t]]
