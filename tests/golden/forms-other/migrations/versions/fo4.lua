revision { id = "fo4", parent = "fo3", message = "statistics", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE STATISTICS s1 ON a, b FROM t;
		CREATE STATISTICS IF NOT EXISTS app.s2 (ndistinct, dependencies, mcv) ON a, b, (c + 1), lower(b) FROM t;
		CREATE STATISTICS s4 ON (a + c) FROM t;
		CREATE STATISTICS s3 (mcv) ON c, d FROM t;
		ALTER STATISTICS s1 SET STATISTICS 100;
		ALTER STATISTICS IF EXISTS nosuch SET STATISTICS 5; ALTER STATISTICS s1 SET STATISTICS -1;
		ALTER STATISTICS s1 RENAME TO s1b; ALTER STATISTICS s1b SET SCHEMA app; ALTER STATISTICS app.s1b OWNER TO golden_forms_super; COMMENT ON STATISTICS app.s1b IS 's';
		DROP STATISTICS IF EXISTS app.s1b, nosuch;
	]==]
end
