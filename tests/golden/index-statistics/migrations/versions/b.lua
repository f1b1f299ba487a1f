revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER INDEX users_names ALTER COLUMN 1 SET STATISTICS -1;
		ALTER INDEX users_names ALTER COLUMN 3 SET STATISTICS 300;
		ALTER INDEX users_names RENAME TO names;
	]]
end
