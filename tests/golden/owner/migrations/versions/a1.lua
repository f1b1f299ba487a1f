revision { id = "a1", message = "all is owned by who makes it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE SCHEMA app AUTHORIZATION golden_alice"
	create_enum("mood", { "sad", "happy" })
	create_sequence "counter"
	create_table("t", { column("id", "bigserial"), column("n", "integer", { identity = "always" }), column("m", "mood") })
	execute [[
		CREATE VIEW v AS SELECT id FROM t;
		CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
		CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
		GRANT SELECT ON t TO "Golden bob";
	]]
end
