revision { id = "a77ac0000001", parent = nil, message = "Tables that become partitions" }

function upgrade()
  create_table("regions", { column("id", "integer", { primary_key = true }) })
  create_table("events", {
    column("id", "bigint", { not_null = true }),
    column("day", "date", { not_null = true }),
    column("kind", "text", { not_null = true, check = "kind <> ''" }),
    column("region_id", "integer", { references = "regions" }),
    primary_key { "id", "day" },
    index { "kind" },
    partition_by = "range (day)",
    partition("events_rest", { default = true }),
  })
  -- as it is wanted: another order of columns, with all that the table has, and more
  create_table("events_2025", {
    column("kind", "text", { not_null = true, default = "old" }),
    column("day", "date", { not_null = true }),
    column("id", "bigint", { not_null = true }),
    column("region_id", "integer"),
    primary_key { "id", "day", name = "key of 2025" },
    check { "kind <> ''", name = "events_kind_check" },
    check { "day >= '2025-01-01' AND day < '2026-01-01'", name = "of 2025" },
    foreign_key { "region_id", references = "regions", name = "where" },
    index { "kind", name = "kinds of 2025" },
    index { "region_id" },
  })
  -- without any of it
  create_table("events_2026", {
    column("id", "bigint", { not_null = true }),
    column("day", "date", { not_null = true }),
    column("kind", "text", { not_null = true }),
    column("region_id", "integer"),
    check { "kind <> ''", name = "events_kind_check" },
    partition_by = "range (day)",
    partition("events_2026_a", { from = "2026-01-01", to = "2026-07-01" }),
  })
  create_table("logins", {
    column("id", "bigint"), column("name", "text"), partition_by = "list (name)",
  })
  create_table("logins_ab", { column("id", "bigint"), column("name", "text") })
  create_table("logins_none", { column("id", "bigint"), column("name", "text") })
  create_table("logins_rest", { column("id", "bigint"), column("name", "text") })
  create_table("spread", {
    column("id", "bigint"), column("name", "text"), partition_by = "hash (id)",
  })
  create_table("spread_0", { column("id", "bigint"), column("name", "text") })
end
