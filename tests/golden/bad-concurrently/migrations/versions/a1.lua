revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  create_table("log", {
    column("at", "timestamptz", { not_null = true }),
    partition_by = "range (at)",
    partition("log_1", { default = true }),
  })
end
