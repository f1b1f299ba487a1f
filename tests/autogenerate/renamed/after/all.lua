schema "app"
enum "feeling" { "sad", "ok", "glad", renamed_from = "mood", renamed_values = { glad = "happy" } }
sequence "counter" { start = 5, renamed_from = "numbers" }
define [[
  CREATE DOMAIN email AS text CONSTRAINT mail_at CHECK (VALUE LIKE '%@%');
  CREATE TYPE address AS (street text, number integer);
]]
renamed_from("domain email", "mail")
renamed_from("type address", "place")
table "people" {
  column("id", "bigint", { identity = "always", primary_key = true }),
  column("name", "text", { not_null = true, check = "name <> ''", renamed_from = "full_name" }),
  column("email", "email", { unique = true }),
  column("feeling", "feeling", { default = "ok" }),
  column("lives", "address"),
  column("upper", "text", { generated = "upper(name)" }),
  column("number", "bigint", { default = sql "nextval('counter')" }),
  column("since", "date"),
  index { "name" },
  renamed_from = "persons",
}
table "app.visits" {
  column("person", "bigint", { references = "public.people" }),
  column("at", "timestamptz"),
  index { "at", "person", name = "visits_at", renamed_from = "visits_by_time" },
  unique { "person", "at", name = "one_visit", renamed_from = "visited_once" },
}
define [[
  CREATE VIEW happy AS SELECT id, name AS full_name, email FROM people WHERE feeling = 'glad';
  CREATE FUNCTION names() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(name) FROM people; END;
]]
