revision {
  id = "a17e00000002",
  parent = "a17e00000001",
  message = "All that can be changed",
}

function upgrade()
  alter_column("t", "n", { type = "bigint" })
  alter_column("t", "n", { default = null })
  alter_column("t", "n", { default = 7, not_null = true })
  alter_column("t", "n", { not_null = false, comment = "n" })
  alter_column("t", "txt", { type = "integer", using = "length(txt)", default = 8 })
  alter_column("t", "kind", { type = "state", using = "kind::state", default = "off" })
  alter_column("t", "mood", { type = "text" })
  alter_column("t", "at", { type = "timestamptz", using = "at at time zone 'utc'" })
  alter_column("t", "at", { type = "date" })
  alter_column("t", "size", { type = "double precision", default = null })
  alter_column("t", "word", { type = "varchar(20)" })
  alter_column("t", "word", { type = "text", collation = "pg_catalog.POSIX" })
  alter_column("t", "tags", { type = "varchar(5)[]" })
  alter_column("t", "twice", { generated = null, comment = null })
  alter_column("t", "number", { identity = { "by default", start = 1000, increment = 10 } })
  alter_column("t", "number", { type = "integer" })
  alter_column("t", "auto", { identity = { "by default", cache = 7 } })
  alter_column("t", "auto", { identity = { max_value = 900, cycle = true }, type = "integer" })
  alter_column("t", "auto2", { identity = null })
  alter_column("t", "stored", { storage = "main", compression = "default", statistics = -1, options = { n_distinct_inherited = 3 }, reset = "n_distinct" })
  alter_column("nowhere", "n", { type = "integer", table_if_exists = true })
  alter_column("t", "id", { identity = null, generated = null, if_exists = true })
end
