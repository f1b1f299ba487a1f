schema "app"
enum "x" { "one", renamed_from = "y" }
enum "y" { "two", renamed_from = "x" }
sequence "p"
sequence "q" { renamed_from = "p" }
sequence "app.q" { renamed_from = "p" }
-- another kind of object may have its name
table "people_all" { column("id", "bigint"), renamed_from = "people" }
define "CREATE VIEW people AS SELECT id FROM people_all"
define [[
  CREATE DOMAIN d AS text;
  CREATE DOMAIN e AS text;
]]
renamed_from("domain e", "d")
