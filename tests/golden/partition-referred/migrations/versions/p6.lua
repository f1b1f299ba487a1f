revision { id = "p6", parent = "p5", message = "where the key is new too", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE TABLE p5 PARTITION OF p FOR VALUES IN (5);
CREATE TABLE q (a integer REFERENCES p5, b integer REFERENCES p);
]]
end
