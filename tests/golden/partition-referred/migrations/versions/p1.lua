revision { id = "p1", message = "a partitioned table that foreign keys refer to, also its own", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE TABLE p (a integer PRIMARY KEY, b text) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE r (a integer REFERENCES p);
CREATE TABLE own (a integer PRIMARY KEY, CONSTRAINT f FOREIGN KEY (a) REFERENCES own) PARTITION BY LIST (a);
]]
end
