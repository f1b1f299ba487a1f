revision { id = "c2", parent = "c1", message = "it comes back as it was", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
ALTER TABLE p DROP CONSTRAINT k;
ALTER TABLE t DROP CONSTRAINT k;
ALTER TABLE l DROP CONSTRAINT k;
]]
end
