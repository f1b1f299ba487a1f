revision { id = "de7ac0000002", parent = "de7ac0000001", message = "They go while others read" }

function upgrade()
  detach_partition("days_1", "days_1_a", { concurrently = true })
  detach_partition("days_1", "days_1_none", { concurrently = true })
  detach_partition("days", "days_1", { concurrently = true })
  create_check_constraint("days_2", "day < '2026-03-01' AND (day >= '2026-02-01')", { name = "in february" })
  detach_partition("days", "days_2", { concurrently = true })
  execute [[ALTER TABLE days DETACH PARTITION days_3 CONCURRENTLY]]
  detach_partition("pairs", "pairs_1", { concurrently = true })
  detach_partition("pairs", "pairs_2", { concurrently = true })
  detach_partition("pairs", "pairs_3", { concurrently = true })
  detach_partition("pairs", "pairs_4", { concurrently = true })
  detach_partition("words", "words_b", { concurrently = true })
  detach_partition("spread", "spread_0", { concurrently = true })
  detach_partition("sizes", "sizes_1", { concurrently = true })
  detach_partition("sizes", "sizes_2", { concurrently = true })
end
