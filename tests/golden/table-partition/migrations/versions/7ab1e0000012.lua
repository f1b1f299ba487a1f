revision {
  id = "7ab1e0000012",
  parent = "7ab1e0000011",
  message = "A partition more, with something of its own",
}

function upgrade()
  create_table("audit_2027", {
    column("kind", "text", { default = "none" }),
    check { "id > 0", name = "positive" },
    index { "region_id" },
    partition_of = "audit", from = "2027-01-01", to = "2028-01-01",
  })
  execute [[CREATE TABLE audit_2028 PARTITION OF audit (region_id NOT NULL DEFAULT 5, CHECK (id > 5)) FOR VALUES FROM ('2028-01-01') TO ('2029-01-01')]]
  add_column("audit", column("note", "text", { default = "-", unique = false }))
  add_column("audit", column("count", "integer", { check = "count >= 0", references = "regions", comment = "how often" }))
  rename_column("audit", "kind", "sort")
  rename_column("audit", "at", "moment")
  alter_column("audit", "note", { default = "none", not_null = true })
  alter_column("audit_2025", "note", { default = "old" })
  alter_column("audit", "count", { type = "bigint" })
end
