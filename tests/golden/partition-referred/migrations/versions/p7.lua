revision { id = "p7", parent = "p6", message = "or goes", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
DROP TABLE r, q;
CREATE TABLE p6 PARTITION OF p FOR VALUES IN (6);
]]
end
