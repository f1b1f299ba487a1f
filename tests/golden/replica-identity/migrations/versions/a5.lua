revision { id = "a5", parent = "a4", message = "in one statement, and a table with it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "ALTER TABLE logs ADD COLUMN n integer NOT NULL, ADD CONSTRAINT logs_n UNIQUE (n), REPLICA IDENTITY FULL"
	execute "ALTER TABLE logs REPLICA IDENTITY USING INDEX logs_n"
	alter_table("users", { replica_identity = "nothing" })
end
