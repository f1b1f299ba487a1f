function upgrade()
  execute "DROP VIEW v"
  -- loses data
  execute "ALTER TYPE addr DROP ATTRIBUTE gone"
  -- loses data
  execute "ALTER TYPE empty DROP ATTRIBUTE zip"
  alter_column("t", "a", { type = "text" })
  alter_column("t", "h", { type = "text[]" })
  alter_column("t", "p", { type = "text" })
  alter_column("t", "d", { type = "text" })
  alter_column("t", "ds", { type = "text[]" })
  alter_column("t", "e", { type = "text" })
  execute "DROP TYPE person"
  execute "DROP DOMAIN home"
  execute "DROP DOMAIN homes"
  execute "DROP TYPE empty"
  execute "DROP TYPE addr"
  execute "DROP DOMAIN zip"
  execute "CREATE DOMAIN zip AS integer"
  execute "CREATE TYPE addr AS (street text, zip zip, n integer)"
  execute "CREATE TYPE person AS (name text, at addr, others addr[])"
  execute "CREATE DOMAIN home AS addr"
  execute "CREATE DOMAIN homes AS addr[]"
  execute "CREATE TYPE empty AS ()"
  -- fails where a value is no addr
  alter_column("t", "a", { type = "addr", using = "a::addr" })
  -- fails where a value is no addr[]
  alter_column("t", "h", { type = "addr[]", using = "h::addr[]" })
  -- fails where a value is no person
  alter_column("t", "p", { type = "person", using = "p::person" })
  -- fails where a value is no home
  alter_column("t", "d", { type = "home", using = "d::home" })
  -- fails where a value is no homes
  alter_column("t", "ds", { type = "homes", using = "ds::homes" })
  -- fails where a value is no empty
  alter_column("t", "e", { type = "empty", using = "e::empty" })
  execute "ALTER TYPE addr ADD ATTRIBUTE city text"
  execute "ALTER TYPE person ADD ATTRIBUTE born date"
  execute "ALTER TYPE empty ADD ATTRIBUTE nothing integer"
  execute "CREATE VIEW v AS SELECT id, (a).street, p FROM t"
  comment_on("column addr.street", "a street")
  comment_on("column addr.city", "a city")
end
