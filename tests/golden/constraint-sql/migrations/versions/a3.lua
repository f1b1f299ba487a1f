revision { id = "a3", parent = "a2", message = "away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER TABLE u ALTER CONSTRAINT u_t_a_fkey1 NOT DEFERRABLE;
		ALTER TABLE u DROP CONSTRAINT n_key, DROP CONSTRAINT IF EXISTS n_key, DROP CONSTRAINT n_check;
		ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;
		ALTER TABLE t ADD COLUMN z integer PRIMARY KEY CHECK (z > a) REFERENCES t (z) DEFERRABLE;
	]]
end
