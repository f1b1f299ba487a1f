function upgrade()
  add_column("people", column("born", "date", { not_null = true }))
  add_column("people", column("since", "timestamptz", { not_null = true, default = sql "now()" }))
  add_column("people", column("number", "bigint", {
    not_null = true,
    identity = { "always", sequence_name = "people_number_seq" },
  }))
  alter_column("people", "name", { not_null = true })
  alter_column("people", "nick", { not_null = false })
  alter_column("people", "age", { default = 0, not_null = true })
  add_column("people", column("half", "integer", { not_null = true, generated = "age / 2" }))
end
