revision { id = "a008", parent = "a007", message = "What is new is not made again, under whatever name", created = "2026-11-29T12:07:00Z" }

function upgrade()
	execute [[
		CREATE INDEX q1_i ON q1 (c2);
		COMMENT ON INDEX q1_i IS 'x';
		ALTER INDEX q1_i RENAME TO q1_j;
		CREATE INDEX p_i ON p (c2);
		ALTER TABLE q1 ADD CONSTRAINT q1_u UNIQUE (c1);
		ALTER TABLE q1 RENAME CONSTRAINT q1_u TO q1_w;
		ALTER TABLE p ADD UNIQUE (c1);
		ALTER TABLE q1 ALTER c1 SET NOT NULL, REPLICA IDENTITY USING INDEX q1_w;
	]]
end

