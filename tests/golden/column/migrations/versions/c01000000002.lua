revision {
  id = "c01000000002",
  parent = "c01000000001",
  message = "Every option of a column that is added",
}

function upgrade()
  add_column("t", column("id", "bigserial", { primary_key = true, comment = "the key" }))
  add_column("t", column("number", "smallint", { identity = { "always", start = 5, increment = -1, min_value = -100, max_value = 10, cycle = true } }))
  add_column("t", column("named", "bigint", { identity = { "by default", sequence_name = "numbers" } }))
  add_column("t", column("email", "citext", { not_null = true, unique = true, default = "" }))
  add_column("t", column("mood", "mood", { default = "ok" }))
  add_column("t", column("size", "numeric(8, 3)", { default = -0.5, check = "size < 10" }))
  add_column("t", column("data", "jsonb", { default = { list = { 1, "a", null }, empty = {} }, compression = "pglz" }))
  add_column("t", column("at", "timestamp(3) with time zone", { default = sql "now() at time zone 'utc'" }))
  add_column("t", column("made", "text", { generated = "lower(b) || '!'", collation = "C" }))
  add_column("t", column("place_id", "bigint", { references = "places", on_delete = "set null", deferrable = true }))
  add_column("t", column("place_code", "text", { references = "places(code)", on_update = "cascade", match = "full" }))
  add_column("t", column("body", "text", { storage = "external", statistics = 10, options = { n_distinct = 100, n_distinct_inherited = -1 } }))
  add_column("t", column("key", "uuid", { unique = true, deferrable = true, initially = "deferred" }))
  add_column("t", column("parent", "bigint", { references = "t" }))
  add_column("t", column("a", "integer"), { if_not_exists = true })
  add_column("t", column("span", "interval day to second(3)", { default = "1 day" }))
  add_column("t", column("raw", "bytea", { default = "\\x00ff" }))
  add_column("t", column("nums", "integer[][]", { default = array { array { 1, 2 }, array { 3, 4 } } }))
  add_column("t", column("yes", "boolean", { default = sql "1 = 1 and not false", not_null = true }))
  add_column("nowhere", column("a", "integer"), { table_if_exists = true })
end
