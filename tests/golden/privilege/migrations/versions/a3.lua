revision { id = "a3", parent = "a2", message = "rights are taken", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		REVOKE UPDATE ON users FROM golden_writer, "Golden owner";
		REVOKE GRANT OPTION FOR SELECT ON users FROM golden_writer;
		REVOKE ALL ON app.orders FROM golden_reader, golden_writer;
		REVOKE ADMIN OPTION FOR golden_reader FROM golden_writer;
		REVOKE TEMPORARY ON DATABASE postgres FROM golden_reader;
		REVOKE SELECT ON emails FROM PUBLIC;
		GRANT EXECUTE ON FUNCTION f(integer) TO PUBLIC;
	]]
end
