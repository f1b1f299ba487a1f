revision {
  id = "a17e00000003",
  parent = "a17e00000002",
  message = "In one go",
}

function upgrade()
  alter_column("t", "n", { type = "text", default = "seven", not_null = true, storage = "external", statistics = 7, comment = "all" })
  alter_column("t", "auto2", { identity = { "always", sequence_name = "auto2s" }, not_null = true, type = "bigint" })
  alter_column("t", "size", { type = "integer", using = "(size * 100)::integer" })
end
