revision { id = "i5", parent = "i4", message = "the whole is there, and the parts come one by one", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
ALTER TABLE ONLY c2 ADD CONSTRAINT c2_ab UNIQUE (a, b);
ALTER INDEX p_ab ATTACH PARTITION c2_ab;
]]
end
