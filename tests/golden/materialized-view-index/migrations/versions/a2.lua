revision { id = "a2", parent = "a1", message = "they are altered", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		REFRESH MATERIALIZED VIEW names;
		REFRESH MATERIALIZED VIEW CONCURRENTLY names;
		ALTER MATERIALIZED VIEW teams SET (fillfactor = 70);
		ALTER MATERIALIZED VIEW teams ALTER COLUMN n SET STATISTICS 500, ALTER first SET STORAGE EXTERNAL;
		ALTER INDEX teams_team RENAME TO teams_key;
		ALTER MATERIALIZED VIEW teams RENAME COLUMN first TO least;
		ALTER MATERIALIZED VIEW teams SET WITHOUT CLUSTER;
		DROP INDEX teams_lower_idx;
	]]
	rename_table("names", "called")
	drop_index("names_name")
end
