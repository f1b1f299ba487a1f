revision { id = "a1", message = "materialized views with indexes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("name", "text"),
		column("team", "integer"),
	})
	execute [[
		CREATE MATERIALIZED VIEW teams AS SELECT team, count(*) AS n, min(name) AS first FROM users GROUP BY team;
		CREATE MATERIALIZED VIEW names AS SELECT lower(name) AS name FROM users WITH NO DATA;
		CREATE UNIQUE INDEX teams_team ON teams (team);
		CREATE INDEX ON teams (lower(first) DESC) WHERE n > 1;
		COMMENT ON INDEX teams_team IS 'one of each';
		ALTER MATERIALIZED VIEW teams CLUSTER ON teams_team;
	]]
	create_index("names", { "name" }, { unique = true, name = "names_name" })
end
