function upgrade()
  execute "DROP MATERIALIZED VIEW w"
  execute "ALTER DOMAIN good DROP CONSTRAINT good_check"
  alter_column("t", "g", { type = "mood" })
  alter_column("t", "p", { type = "text", default = null })
  execute "DROP FUNCTION fine(mood)"
  execute "DROP DOMAIN good"
  execute "DROP TYPE pair"
  execute "CREATE DOMAIN good AS mood"
  execute "CREATE TYPE pair AS (m mood, n integer)"
  execute [[
CREATE FUNCTION fine(m mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT m > 'sad' $$
]]
  execute "ALTER DOMAIN good ADD CONSTRAINT good_check CHECK (fine(VALUE))"
  alter_column("t", "m", { default = "ok" })
  -- fails where a row has 'odd'
  drop_enum_value("mood", "odd")
  -- fails where a value is no good
  alter_column("t", "g", { type = "good" })
  -- fails where a value is no pair
  alter_column("t", "p", { type = "pair", using = "p::pair", default = "(ok,1)" })
  execute "CREATE MATERIALIZED VIEW w AS SELECT ROW('ok', 1)::pair AS p"
end
