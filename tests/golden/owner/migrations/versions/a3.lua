revision { id = "a3", parent = "a2", message = "and others again", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_column("t", column("more", "serial"))
	execute [[
		ALTER TABLE t OWNER TO golden_alice;
		ALTER VIEW v OWNER TO CURRENT_USER;
		CREATE OR REPLACE VIEW v AS SELECT id, n FROM t;
		CREATE OR REPLACE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';
	]]
	drop_enum_value("mood", "sad")
end
