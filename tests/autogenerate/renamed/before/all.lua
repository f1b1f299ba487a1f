schema "app"
enum "mood" { "sad", "ok", "happy" }
sequence "numbers" { start = 5 }
define [[
  CREATE DOMAIN mail AS text CONSTRAINT mail_at CHECK (VALUE LIKE '%@%');
  CREATE TYPE place AS (street text, number integer);
]]
table "persons" {
  column("id", "bigint", { identity = "always", primary_key = true }),
  column("full_name", "text", { not_null = true, check = "full_name <> ''" }),
  column("email", "mail", { unique = true }),
  column("feeling", "mood", { default = "ok" }),
  column("lives", "place"),
  column("upper", "text", { generated = "upper(full_name)" }),
  column("number", "bigint", { default = sql "nextval('numbers')" }),
  index { "full_name" },
}
table "app.visits" {
  column("person", "bigint", { references = "public.persons" }),
  column("at", "timestamptz"),
  index { "at", "person", name = "visits_by_time" },
  unique { "person", "at", name = "visited_once" },
}
define [[
  CREATE VIEW happy AS SELECT id, full_name, email FROM persons WHERE feeling = 'happy';
  CREATE FUNCTION names() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(full_name) FROM persons; END;
]]
