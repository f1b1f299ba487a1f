-- the same, spelled otherwise
enum "mood" { "sad", "ok" }

table "posts" {
  column("id", "bigint", { primary_key = true, not_null = true }),
  column("user_id", "integer", { references = "users" }),
  column("Quoted", "text"),
}

table "users" {
  column("id", "serial", { primary_key = true }),
  column("big", "bigserial", { not_null = true }),
  column("name", "varchar(20)", { not_null = true, default = "x", unique = true }),
  column("open", "varchar"),
  column("n", "integer", { default = 5, check = "n>0 AND name<>''" }),
  column("small", "smallint"),
  column("big8", "bigint"),
  column("f", "double precision"),
  column("r", "real"),
  column("d", "numeric(10, 2)"),
  column("flag", "boolean", { default = true }),
  column("at", "timestamptz", { default = sql "now()" }),
  column("at2", "timestamp", { default = sql "current_timestamp" }),
  column("t", "timetz"),
  column("c", "char(3)"),
  column("mood", "mood", { default = "ok" }),
  column("data", "jsonb", { default = {} }),
  column("list", "text[]", { default = array {} }),
  column("twice", "int", { generated = "(n*2)" }),
  column("numbered", "bigint", { not_null = true, identity = "by default" }),
  check { "(small in (1, 2, 3))", name = "in_list" },
  index { "n", name = "users_n_idx" },
  index { { "at", order = "asc" }, name = "users_at", using = "btree" },
}

define [[
CREATE OR REPLACE VIEW public.v AS
	select id, name
	from users -- of all
	where n > 3 and flag;
CREATE FUNCTION f (a INTEGER) RETURNS INTEGER AS $body$ SELECT a + 1 $body$ LANGUAGE SQL;
CREATE TRIGGER tr BEFORE UPDATE ON public.posts FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
]]

table "spelled" {
  column("a", "integer[]"),
  column("b", "bigint", { check = "CAST(b AS bigint) in (1,2)" }),
  column("c", "text", { default = "x" }),
  column("d", "integer", { default = sql "(1 + 2)" }),
  column("e", "text"),
  column("f", "boolean", { check = "now() > '2020-01-01'" }),
  index { sql "lower(c)", name = "lowered" },
  with = { fillfactor = 70 },
}

sequence "numbers"

define [[
CREATE FUNCTION public.g() RETURNS integer AS $$SELECT 1$$ LANGUAGE sql;
CREATE TYPE span AS RANGE (SUBTYPE = integer);
CREATE POLICY p ON public.spelled AS PERMISSIVE USING (b > 1);
CREATE DOMAIN public.word text CONSTRAINT word_check CHECK ((VALUE != ''));
CREATE STATISTICS public.st ON b, d FROM spelled;
]]
table "constants" {
  column("a", "boolean", { default = false }),
  column("b", "boolean", { default = true }),
  column("c", "integer", { default = 5 }),
  column("d", "jsonb", { default = { a = 1, ["b c"] = "x  y" } }),
  column("e", "jsonb", { default = { 1, 2 } }),
  column("f", "text"),
  column("g", "inet"),
  column("h", "int4range"),
  index { "f", { "c", order = "desc" }, name = "usual_f" },
  index { "d", name = "usual_d", using = "gin" },
  index { "g", name = "usual_g", using = "hash" },
  exclude { { "h", "&&" }, name = "usual_h", using = "gist" },
}
