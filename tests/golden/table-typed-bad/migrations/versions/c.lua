revision { id = "c1", parent = "b1", message = "the server renames none", created = "2026-11-29T13:35:00Z" }

function upgrade()
  rename_constraint("named", "c2", "c3")
  execute "ALTER TABLE named RENAME CONSTRAINT u2 TO u3"
end
