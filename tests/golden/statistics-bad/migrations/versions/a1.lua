revision { id = "a1", message = "what cannot be", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("t", { column("a", "integer"), column("b", "integer") })
	execute [[
		CREATE STATISTICS s ON a, b FROM t;
		CREATE STATISTICS s ON b, a FROM t;
		CREATE STATISTICS s1 ON a FROM t;
		CREATE STATISTICS s2 ON a, nosuch FROM t;
		CREATE STATISTICS s3 (magic) ON a, b FROM t;
		CREATE STATISTICS s4 ON a, b, a FROM t;
		CREATE STATISTICS s5 ON a, b FROM nosuch;
		CREATE STATISTICS nosuch.s6 ON a, b FROM t;
		CREATE VIEW v AS SELECT a, b FROM t;
		CREATE STATISTICS s7 ON a, b FROM v;
		CREATE STATISTICS s8 ON a, ctid FROM t;
		CREATE STATISTICS s9 (mcv) ON (a + b) FROM t;
		ALTER STATISTICS z SET STATISTICS 3;
		DROP STATISTICS s, z;
		ALTER STATISTICS s RENAME TO s;
		COMMENT ON STATISTICS z IS 'x';
	]]
end
