revision { id = "a2", parent = "a1", message = "rights are granted", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		GRANT USAGE ON SCHEMA app, public TO golden_reader, golden_writer;
		GRANT SELECT ON users, app.orders TO golden_reader;
		GRANT ALL ON users TO golden_writer WITH GRANT OPTION;
		GRANT SELECT (email), UPDATE (email, password) ON users TO "Golden owner";
		GRANT USAGE ON SEQUENCE counter, users_id_seq TO golden_writer;
		GRANT SELECT ON emails TO PUBLIC;
		GRANT SELECT (id) ON emails TO golden_writer;
		REVOKE EXECUTE ON FUNCTION f(integer) FROM PUBLIC;
		GRANT EXECUTE ON ROUTINE f TO golden_writer;
		REVOKE ALL ON PROCEDURE p() FROM PUBLIC;
		REVOKE USAGE ON TYPE mood FROM PUBLIC;
		GRANT ALL PRIVILEGES ON ALL SEQUENCES IN SCHEMA app TO golden_writer;
		GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA app TO golden_writer GRANTED BY CURRENT_USER;
		GRANT golden_reader TO golden_writer WITH ADMIN OPTION;
		GRANT TEMP ON DATABASE postgres TO golden_reader;
	]]
end
