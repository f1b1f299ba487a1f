revision {
  id = "91aa6e7d5c03",
  parent = "7c40be19d3f2",
  message = "Add a partitioned audit log",
  created = "2026-11-28T14:30:00Z",
}

function upgrade()
  local partitions = {}

  create_schema "audit"
  for month = 1, 12 do
    local from = string.format("2027-%02d-01", month)
    local to = month < 12 and string.format("2027-%02d-01", month + 1) or "2028-01-01"
    partitions[month] = partition(string.format("audit.log_2027_%02d", month), { from = from, to = to })
  end
  create_table("audit.log", {
    column("id", "bigint", { not_null = true, identity = "always" }),
    column("at", "timestamptz", { not_null = true, default = sql "now()" }),
    column("user_id", "uuid"),
    column("action", "text", { not_null = true }),
    column("detail", "jsonb", { not_null = true, default = {} }),
    primary_key { "id", "at" },
    index { "user_id", "at" },
    partition_by = "range (at)",
    partition("audit.log_default", { default = true }),
    table.unpack(partitions),
  })
end
