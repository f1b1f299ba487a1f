revision { id = "s2", parent = "s1", message = "the column that comes back is the last one", created = "2026-11-29T11:30:00Z" }

function upgrade()
drop_column("t", "a", { cascade = true })
end
