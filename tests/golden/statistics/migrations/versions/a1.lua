revision { id = "a1", message = "statistics", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint"), column("a", "integer"), column("b", "text"), column("c", "text") })
	execute [[
		CREATE STATISTICS ab (ndistinct, mcv) ON a, b FROM users;
		CREATE STATISTICS low ON lower(b), c FROM users;
		CREATE STATISTICS IF NOT EXISTS ab ON a, c FROM users;
		CREATE STATISTICS mods ON (a % 10) FROM users;
		ALTER STATISTICS ab SET STATISTICS 500;
		COMMENT ON STATISTICS ab IS 'a and b';
	]]
end
