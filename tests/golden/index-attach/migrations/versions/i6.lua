revision { id = "i6", parent = "i5", message = "and their own parts", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
ALTER INDEX c2_ab ATTACH PARTITION d2_ab;
ALTER TABLE d3 ADD CONSTRAINT d3_ab UNIQUE (a, b);
ALTER INDEX c2_ab ATTACH PARTITION d3_ab;
]]
end
