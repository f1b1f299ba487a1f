revision { id = "d2", parent = "d1", message = "beside what is there", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE FUNCTION g() RETURNS SETOF kept LANGUAGE sql BEGIN ATOMIC SELECT * FROM kept; END;
ALTER TABLE kept ADD COLUMN b text, ALTER COLUMN a SET NOT NULL;
DROP FUNCTION g();
CREATE INDEX ON kept (b);
]]
end
