revision { id = "p5", parent = "p4", message = "and another", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE TABLE own2 PARTITION OF own FOR VALUES IN (2);
CREATE TABLE own3 PARTITION OF own FOR VALUES IN (3);
]]
end
