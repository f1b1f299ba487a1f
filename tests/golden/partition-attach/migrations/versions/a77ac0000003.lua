revision { id = "a77ac0000003", parent = "a77ac0000002", message = "And go" }

function upgrade()
  detach_partition("events", "events_2026")
  detach_partition("events", "events_2025")
  detach_partition("events", "events_rest")
  detach_partition("logins", "logins_none")
  execute [[ALTER TABLE logins DETACH PARTITION logins_rest]]
  execute [[ALTER TABLE spread DETACH PARTITION spread_0; ALTER TABLE spread ATTACH PARTITION spread_0 FOR VALUES WITH (MODULUS 8, REMAINDER 4)]]
  detach_partition("nowhere", "spread_0", { table_if_exists = true })
end
