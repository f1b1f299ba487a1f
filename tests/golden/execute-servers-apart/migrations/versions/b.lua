revision { id = "b", parent = "a", message = "with a way down" }

function upgrade()
  execute([[ALTER TABLE t ADD n integer]], { before = 15 })
  execute([[ALTER TABLE t ADD n bigint]], { since = 15, before = 17 })
  execute([[ALTER TABLE t ADD n numeric]], { since = 17 })
  execute [[CREATE INDEX t_n ON t (n)]]
end

function downgrade()
  execute [[DROP INDEX t_n]]
  execute([[ALTER TABLE t DROP n]], { before = 16 })
  execute([[ALTER TABLE t DROP n]], { since = 16 })
end
