revision { id = "p3", parent = "p2", message = "one that has partitions itself", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3, 4) PARTITION BY LIST (a);
CREATE TABLE p4 PARTITION OF p3 FOR VALUES IN (4);
]]
end
