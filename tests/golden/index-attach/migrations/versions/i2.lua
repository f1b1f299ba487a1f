revision { id = "i2", parent = "i1", message = "a key of tables that are there, as pg_dump writes it", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
ALTER TABLE ONLY p ADD CONSTRAINT p_pkey PRIMARY KEY (a);
ALTER TABLE ONLY c1 ADD CONSTRAINT c1_key PRIMARY KEY (a);
ALTER TABLE ONLY c2 ADD CONSTRAINT c2_key PRIMARY KEY (a);
ALTER TABLE ONLY d2 ADD CONSTRAINT d2_key PRIMARY KEY (a);
ALTER TABLE ONLY d3 ADD CONSTRAINT d3_key PRIMARY KEY (a);
ALTER INDEX c2_key ATTACH PARTITION d2_key;
ALTER INDEX c2_key ATTACH PARTITION d3_key;
ALTER INDEX p_pkey ATTACH PARTITION c1_key;
ALTER INDEX p_pkey ATTACH PARTITION c2_key;
COMMENT ON INDEX c1_b IS 'a part';
COMMENT ON CONSTRAINT d2_key ON d2 IS 'a part of a part';
]]
end
