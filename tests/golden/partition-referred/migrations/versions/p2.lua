revision { id = "p2", parent = "p1", message = "its partition is dropped when it is none any longer", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute "CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)"
end
