revision { id = "a005", parent = "a004", message = "Dropped with the tables", created = "2026-11-29T12:04:00Z" }

function upgrade()
	execute [[
		CREATE INDEX p_i ON ONLY p (c1);
		CREATE INDEX q1_i ON q1 (c1);
		ALTER INDEX p_i ATTACH PARTITION q1_i;
	]]
end
