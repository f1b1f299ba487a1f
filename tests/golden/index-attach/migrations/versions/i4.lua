revision { id = "i4", parent = "i3", message = "then the whole", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE INDEX p_h ON ONLY p USING hash (b);
ALTER INDEX p_h ATTACH PARTITION c1_h;
ALTER INDEX p_h ATTACH PARTITION c2_h;
ALTER TABLE ONLY p ADD CONSTRAINT p_ab UNIQUE (a, b);
ALTER INDEX p_ab ATTACH PARTITION c1_ab;
]]
end
