revision { id = "a77ac0000002", parent = "a77ac0000001", message = "They come" }

function upgrade()
  attach_partition("events", "events_2025", { from = "2025-01-01", to = "2026-01-01" })
  attach_partition("events", "events_2026", { from = "2026-01-01", to = "2027-01-01" })
  attach_partition("logins", "logins_ab", { values = { "a", "b" } })
  attach_partition("logins", "logins_none", { values = { null } })
  attach_partition("logins", "logins_rest", { default = true })
  attach_partition("spread", "spread_0", { modulus = 4, remainder = 0 })
  attach_partition("nowhere", "spread_0", { default = true, table_if_exists = true })
end
