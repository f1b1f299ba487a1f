revision { id = "fc2", parent = "fc1", message = "views", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE VIEW v1 (x, y) WITH (security_barrier, check_option = local) AS SELECT a, b FROM t WHERE a > 0;
		CREATE OR REPLACE VIEW v2 WITH (security_invoker = true) AS SELECT a, b FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;
		CREATE VIEW v3 AS SELECT a FROM t WHERE a > 5 WITH LOCAL CHECK OPTION;
		CREATE RECURSIVE VIEW nums (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM nums WHERE n < 10;
		CREATE TEMP VIEW tv AS SELECT a FROM t;
		CREATE TEMPORARY RECURSIVE VIEW tr (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM tr WHERE n < 10;
		CREATE VIEW vt AS TABLE t;
		CREATE VIEW vv (k, l) AS VALUES (1, 'x'), (2, 'y');
		ALTER VIEW v1 ALTER COLUMN x SET DEFAULT 5;
		ALTER VIEW IF EXISTS v1 ALTER x DROP DEFAULT;
		ALTER VIEW v1 ALTER COLUMN y SET DEFAULT 'z';
		ALTER VIEW v1 SET (security_barrier = false, security_invoker = on);
		ALTER VIEW v1 RESET (security_barrier, check_option);
		ALTER VIEW v1 RENAME COLUMN y TO z;
		ALTER VIEW v1 RENAME TO v1b;
		ALTER VIEW v1b SET SCHEMA app;
		CREATE OR REPLACE VIEW app.v1b (x, z, w) AS SELECT a, b, c FROM t;
		ALTER TABLE app.v1b RENAME COLUMN w TO ww;
		ALTER TABLE app.v1b SET (security_barrier);
		COMMENT ON COLUMN app.v1b.ww IS 'w'; COMMENT ON VIEW app.v1b IS 'v';
	]==]
end
