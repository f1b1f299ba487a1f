revision { id = "a1", parent = nil, message = "collations", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE COLLATION bytes FROM "C";
		CREATE COLLATION other FROM bytes;
	]]
	create_table("t", { column("a", "text", { collation = "bytes" }), column("b", "text") })
	create_table("k", { column("a", "text"), index { { "a", collation = "other" } } })
	create_table("u", { column("a", "text", { collation = "byte" }), column("b", "text", { collation = "c" }) })
	alter_column("t", "b", { type = "text", collation = "othr" })
	create_index("t", { { "b", collation = "bytez" } })
	create_check_constraint("t", [[b COLLATE othre > 'a']], { name = "sorted" })
	execute [[
		CREATE COLLATION bytes (locale = 'C');
		CREATE COLLATION nosuch.n (locale = 'C');
		CREATE COLLATION n FROM others;
		CREATE COLLATION n (locle = 'C');
		CREATE COLLATION n (locale = 'C', locale = 'D');
		CREATE COLLATION n (locale = 'C', lc_collate = 'C');
		CREATE COLLATION n (lc_collate = 'C');
		CREATE COLLATION n (provider = icu);
		CREATE DOMAIN d AS text COLLATE byte;
		CREATE TYPE c AS (a text COLLATE byte);
		CREATE VIEW v AS SELECT a COLLATE byte FROM t;
		ALTER COLLATION bites RENAME TO z;
		ALTER COLLATION bytes RENAME TO other;
		ALTER COLLATION bytes SET SCHEMA nosuch;
		ALTER COLLATION bites REFRESH VERSION;
		COMMENT ON COLLATION bites IS 'x';
		DROP COLLATION bites;
		DROP COLLATION bytes;
		DROP COLLATION other;
	]]
end
