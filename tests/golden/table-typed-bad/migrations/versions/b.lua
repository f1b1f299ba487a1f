revision { id = "b1", parent = "a1", message = "what a way down still takes has no rename of a constraint", created = "2026-11-29T13:34:00Z" }

function upgrade()
  execute "ALTER TABLE named NOT OF"
  rename_constraint("named", "c", "c2")
  rename_constraint("named", "u", "u2")
  execute "ALTER TABLE named OF pair"
end

function downgrade() end
