revision { id = "i3", parent = "i2", message = "the parts first, each without blocking", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute "CREATE INDEX CONCURRENTLY c1_h ON c1 USING hash (b) WITH (fillfactor = 50)"
execute "CREATE INDEX CONCURRENTLY d2_h ON d2 USING hash (b)"
execute [[
CREATE INDEX d3_h ON d3 USING hash (b);
CREATE INDEX c2_h ON c2 USING hash (b);
COMMENT ON INDEX d2_h IS 'made before the whole';
ALTER TABLE c1 ADD CONSTRAINT c1_ab UNIQUE (a, b);
ALTER TABLE d2 ADD CONSTRAINT d2_ab UNIQUE (a, b);
CREATE TABLE r (a integer, b text, FOREIGN KEY (a, b) REFERENCES c1 (a, b));
]]
end
