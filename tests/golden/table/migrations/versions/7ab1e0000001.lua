revision {
  id = "7ab1e0000001",
  parent = nil,
  message = "A table with everything",
}

function upgrade()
  create_schema "billing"
  create_enum("mood", { "sad", "ok", "happy" })
  create_table("places", {
    column("id", "bigint", { identity = "always", primary_key = true }),
    column("code", "text", { not_null = true, unique = true }),
    column("a", "integer"),
    column("b", "integer"),
    unique { "a", "b" },
  })
  create_table("everything", {
    column("id", "bigserial", { primary_key = true, comment = "numbered" }),
    column("number", "integer", { identity = { "by default", start = 100, increment = 5, min_value = 50, max_value = 5000, cache = 3, cycle = true } }),
    column("small", "smallserial"),
    column("mood", "mood", { default = "ok", not_null = true }),
    column("moods", "mood[]", { default = array { "ok", "sad" } }),
    column("price", "numeric(10,2)", { default = 9.5, check = "price > 0" }),
    column("flag", "boolean", { default = true }),
    column("data", "jsonb", { default = { a = 1, list = { 1, 2 } } }),
    column("empty", "jsonb", { default = {} }),
    column("tags", "text[]", { default = array {} }),
    column("at", "timestamptz", { default = sql "now()" }),
    column("later", "timestamptz", { default = sql "now() + interval '1 day'" }),
    column("name", "varchar(40)", { collation = "C", storage = "external", statistics = 500, options = { n_distinct = -0.5 } }),
    column("body", "text", { compression = "pglz", storage = "main" }),
    column("upper_name", "text", { generated = "upper(name)" }),
    column("place_id", "bigint", { references = "places", on_delete = "cascade", on_update = "set null", deferrable = true, initially = "deferred" }),
    column("place_code", "text", { references = "places(code)", match = "full" }),
    column("once", "integer", { unique = true, deferrable = true }),
    column("odd name", "double precision", { default = -1.5 }),
    column("pa", "integer"),
    column("pb", "integer"),
    unique { "pa", "pb", name = "everything_pair" },
    check { "pa < pb" },
    check { "pa <> 7", name = "not_seven" },
    foreign_key { "pa", "pb", references = "places(a, b)", on_delete = "restrict" },
    exclude { { "name", "=" }, using = "btree", where = "flag" },
    index { "pa", sql "lower(name)" },
    index { "mood", where = "flag", name = "by_mood" },
    unlogged = false,
    with = { fillfactor = 70, autovacuum_enabled = false },
    using = "heap",
    comment = "It's everything",
  })
  create_table("billing.invoices", {
    column("id", "uuid", { default = sql "gen_random_uuid()", primary_key = true }),
    column("total", "money", { not_null = true, default = 0 }),
    column("parent", "uuid", { references = "billing.invoices" }),
    column("number", "serial"),
    unlogged = true,
  })
  create_table("nothing", {})
end
