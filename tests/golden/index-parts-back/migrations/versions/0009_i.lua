revision { id = "a009", parent = "a008", message = "Attached, renamed, and dropped with the table", created = "2026-11-29T12:08:00Z" }

function upgrade()
	execute [[
		CREATE INDEX p_n ON ONLY p (c2, c1);
		CREATE INDEX q1_n ON q1 (c2, c1);
		ALTER INDEX q1_n RENAME TO q1_m;
		ALTER INDEX p_n ATTACH PARTITION q1_m;
		ALTER INDEX q1_m RENAME TO q1_o;
		DROP TABLE p;
	]]
end
