revision { id = "a2", parent = "a1", message = "columns of views are renamed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER VIEW people RENAME COLUMN age TO years;
		ALTER TABLE named RENAME who TO "Who";
		ALTER MATERIALIZED VIEW ages RENAME COLUMN n TO number;
	]]
	rename_column("adults", "name", "called")
	execute "CREATE VIEW old AS SELECT * FROM people WHERE years > 80"
	rename_column("users", "age", "old")
end
