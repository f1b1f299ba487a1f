revision { id = "a6", parent = "a5", message = "what was made so", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		REVOKE INSERT ON later.t FROM golden_reader;
		REVOKE ALL ON SEQUENCE later.t_n_seq FROM golden_writer;
		ALTER DEFAULT PRIVILEGES IN SCHEMA later REVOKE INSERT ON TABLES FROM golden_reader;
		ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
		ALTER DEFAULT PRIVILEGES REVOKE GRANT OPTION FOR USAGE ON SEQUENCES FROM golden_writer;
	]]
end
