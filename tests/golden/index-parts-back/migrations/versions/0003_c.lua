revision { id = "a003", parent = "a002", message = "Again, and a part with a name of its own", created = "2026-11-29T12:02:00Z" }

function upgrade()
	execute [[
		CREATE INDEX p_i ON ONLY p (c3);
		CREATE INDEX q1_i ON q1 (c3);
		ALTER INDEX p_i ATTACH PARTITION q1_i;
		ALTER TABLE q1 ADD CONSTRAINT q1_u UNIQUE (c1, c2);
		ALTER TABLE p ADD CONSTRAINT p_u UNIQUE (c1, c2);
		ALTER TABLE q1 CLUSTER ON q1_u;
	]]
end
