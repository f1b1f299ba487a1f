revision { id = "p4", parent = "p3", message = "one of a table that refers to itself", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute "CREATE TABLE own1 PARTITION OF own FOR VALUES IN (1)"
end
