revision { id = "a1", message = "mistakes in GRANT and OWNER TO", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text") })
	create_sequence "counter"
	create_enum("mood", { "sad" })
	execute "CREATE VIEW v AS SELECT id FROM users; CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n'"
	execute "GRANT SELECT ON usres TO app"
	execute "GRANT SELECT, INSRET ON users TO app"
	execute "GRANT USAGE ON users TO app"
	execute "GRANT SELECT (id, emial) ON users TO app"
	execute "REVOKE DELETE (id) ON users FROM app"
	execute "GRANT SELECT (name) ON v TO app"
	execute "GRANT SELECT ON users TO PUBLIC WITH GRANT OPTION"
	execute "GRANT SELECT ON users_pkey TO app"
	execute "GRANT USAGE ON SEQUENCE users TO app"
	execute "GRANT INSERT ON SEQUENCE counter TO app"
	execute "GRANT EXECUTE ON FUNCTION f(text) TO app"
	execute "GRANT EXECUTE ON PROCEDURE f TO app"
	execute "GRANT SELECT (id) ON FUNCTION f(integer) TO app"
	execute "GRANT USAGE ON SCHEMA billing TO app"
	execute "GRANT SELECT ON ALL TABLES IN SCHEMA biling TO app"
	execute "GRANT USAGE ON DOMAIN mood TO app"
	execute "GRANT USAGE ON TYPE mod TO app"
	execute "GRANT SELECT ON DATABASE postgres TO app"
	execute "GRANT app TO app"
	execute "ALTER DEFAULT PRIVILEGES IN SCHEMA bilings GRANT SELECT ON TABLES TO app"
	execute "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SCHEMAS TO app"
	execute "ALTER DEFAULT PRIVILEGES GRANT INSERT ON SEQUENCES TO app"
	execute "ALTER VIEW users OWNER TO app"
	execute "ALTER TABLE userz OWNER TO app"
	execute "ALTER TYPE users OWNER TO app"
	execute "ALTER SCHEMA nowhere OWNER TO app"
end
