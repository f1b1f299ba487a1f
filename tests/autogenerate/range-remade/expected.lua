function upgrade()
  execute "DROP MATERIALIZED VIEW w"
  execute "DROP VIEW v"
  drop_index "t_lower"
  drop_index "t_s"
  drop_constraint("t", "t_a_check")
  drop_constraint("t", "t_a_excl")
  alter_column("t", "m", { type = "text", default = null })
  alter_column("t", "n", { default = null })
  alter_column("t", "more", { type = "text[]" })
  alter_column("t", "s", { type = "text" })
  alter_column("t", "i", { type = "text" })
  alter_column("t", "days", { type = "text" })
  alter_column("u", "n", { default = null })
  alter_column("u", "empty", { default = null })
  drop_column("t", "l")
  execute "DROP FUNCTION g(span_multirange)"
  execute "DROP FUNCTION f(span)"
  execute "DROP TYPE often"
  execute "DROP TYPE alone"
  execute "DROP DOMAIN full_span"
  execute "DROP TYPE item"
  alter_column("t", "a", { type = "text", default = null })
  execute "DROP TYPE span"
  execute "CREATE TYPE span AS RANGE (subtype = integer, multirange_type_name = spans)"
  execute "CREATE TYPE often AS RANGE (subtype = date, subtype_diff = daterange_subdiff)"
  execute "CREATE TYPE alone AS RANGE (subtype = text, multirange_type_name = loneliness)"
  execute "CREATE DOMAIN full_span AS span CONSTRAINT full_span_check CHECK (NOT isempty(VALUE))"
  execute "CREATE TYPE item AS (name text, at span, more spans)"
  execute [[
CREATE FUNCTION f(s span) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT lower(s) $$
]]
  execute [[
CREATE FUNCTION g(s spans) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT lower(s) $$
]]
  alter_column("t", "n", { default = sql "lower(span(3, 4))" })
  alter_column("u", "n", { default = sql "upper('[1,7)'::span)" })
  alter_column("u", "empty", { default = sql "isempty(spans())" })
  -- fails where a value is no span
  alter_column("t", "a", { type = "span", using = "a::span", default = sql "span(1, 2)" })
  -- fails where a value is no spans
  alter_column("t", "m", { type = "spans", using = "m::spans", default = sql "spans(span(1, 2))" })
  -- fails where a value is no span[]
  alter_column("t", "more", { type = "span[]", using = "more::span[]" })
  -- fails where a value is no full_span
  alter_column("t", "s", { type = "full_span", using = "s::full_span" })
  -- fails where a value is no item
  alter_column("t", "i", { type = "item", using = "i::item" })
  -- fails where a value is no often
  alter_column("t", "days", { type = "often", using = "days::often" })
  create_check_constraint("t", "a <> span(1, 1)")
  create_exclude_constraint("t", { { "a", "&&" } }, { using = "gist" })
  create_index("t", { sql "upper(a)" }, { name = "t_lower" })
  create_index("t", { "s" }, { name = "t_s", using = "gist" })
  execute "CREATE MATERIALIZED VIEW w AS SELECT spans(span(5, 6)) AS m"
  execute "CREATE VIEW v AS SELECT span(1, 2) AS s, a FROM t"
  comment_on("type span", "from and to")
  comment_on("type spans", "spans")
  add_column("t", column("l", "integer", { generated = "lower(a)" }))
end
