-- a partition a month
local partitions = {}

for month = 1, 12 do
  local from = string.format("2027-%02d-01", month)
  local to = month < 12 and string.format("2027-%02d-01", month + 1) or "2028-01-01"
  partitions[month] = partition(string.format("audit.log_2027_%02d", month), { from = from, to = to })
end

table "audit.log" {
  column("id", "bigint", { identity = "always" }),
  column("at", "timestamptz", { default = sql "now()" }),
  column("user_id", "uuid"),
  column("action", "text", { not_null = true }),
  column("detail", "jsonb", { not_null = true, default = {} }),
  primary_key { "id", "at" },
  index { "user_id", "at" },
  partition_by = "range (at)",
  partition("audit.log_default", { default = true }),
  table.unpack(partitions),
}
