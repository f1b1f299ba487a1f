function upgrade()
  -- fails where 'people' has rows: give it a default, or add it without not_null and fill it in first
  add_column("people", column("born", "date", { not_null = true }))
  add_column("people", column("since", "timestamptz", { not_null = true, default = sql "now()" }))
  add_column("people", column("number", "bigint", { identity = "always" }))
  -- fails where a row has no name: fill it in first, as in UPDATE people SET name = … WHERE name IS NULL
  alter_column("people", "name", { not_null = true })
  alter_column("people", "nick", { not_null = false })
  -- fails where a row has no age: fill it in first, as in UPDATE people SET age = DEFAULT WHERE age IS NULL
  alter_column("people", "age", { default = 0, not_null = true })
  add_column("people", column("half", "integer", { not_null = true, generated = "age / 2" }))
end
