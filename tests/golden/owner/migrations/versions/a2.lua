revision { id = "a2", parent = "a1", message = "it gets other owners", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER TABLE t OWNER TO "Golden bob";
		ALTER SEQUENCE counter OWNER TO golden_alice;
		ALTER TYPE mood OWNER TO golden_alice;
		ALTER VIEW v OWNER TO golden_alice;
		ALTER TABLE mv OWNER TO golden_alice;
		ALTER FUNCTION f OWNER TO golden_alice;
		ALTER SCHEMA app OWNER TO "Golden bob";
	]]
end
