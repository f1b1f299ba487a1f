revision { id = "de7ac0000003", parent = "de7ac0000002", message = "Once more, with the check that was left" }

function upgrade()
  attach_partition("days", "days_3", { from = "2026-03-01", to = sql "maxvalue" })
  detach_partition("days", "days_3", { concurrently = true })
  rename_column("sizes_1", "m", "metres")
  drop_table { "days_1", "days_1_none", "days_3", "pairs_1", "pairs_3", "pairs_4", "words_b", "spread_0", "sizes_2" }
end
