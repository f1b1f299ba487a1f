revision {
  id = "7ab1e0000011",
  parent = nil,
  message = "Partitions of all kinds",
}

function upgrade()
  create_table("regions", { column("id", "integer", { primary_key = true }) })
  create_table("audit", {
    column("id", "bigint", { not_null = true }),
    column("at", "timestamptz", { not_null = true, default = sql "now()" }),
    column("kind", "text", { not_null = true, check = "kind <> ''" }),
    column("region_id", "integer", { references = "regions" }),
    primary_key { "id", "at", "kind" },
    unique { "at", "kind", "id" },
    index { "kind", "at" },
    index { sql "lower(kind)" },
    partition_by = "range (at)",
    partition("audit_2025", { from = "2025-01-01", to = "2026-01-01" }),
    partition("audit_2026", { from = "2026-01-01", to = "2027-01-01", partition_by = "list (kind)", comment = "this year",
      partition("audit_2026_logins", { values = { "login", "logout" }, with = { fillfactor = 90 } }),
      partition("audit_2026_rest", { default = true }),
    }),
    partition("audit_before", { from = sql "minvalue", to = "2025-01-01" }),
    partition("audit_rest", { default = true }),
    comment = "Who did what",
  })
  create_table("spread", {
    column("id", "integer"),
    column("t", "text", { collation = "C" }),
    partition_by = "hash (id, t)",
    partition("spread_0", { modulus = 2, remainder = 0 }),
    partition("spread_1", { modulus = 4, remainder = 1 }),
    partition("spread_3", { modulus = 4, remainder = 3 }),
  })
  create_table("pair", {
    column("a", "integer"),
    column("b", "date"),
    partition_by = 'range (a, b)',
    partition("pair_1", { from = { 1, sql "minvalue" }, to = { 10, "2026-01-01" } }),
    partition("pair_2", { from = { 10, "2026-01-01" }, to = { 10, "2026-06-01" } }),
  })
end
