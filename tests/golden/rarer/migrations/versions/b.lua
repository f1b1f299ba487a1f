revision { id = "a2", parent = "a1", message = "altered", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER FOREIGN DATA WRAPPER away NO VALIDATOR;
		ALTER FOREIGN DATA WRAPPER bare NO HANDLER VALIDATOR postgresql_fdw_validator;
		REVOKE EXECUTE ON FUNCTION total(int), rows() FROM PUBLIC;
		ALTER LANGUAGE speech RENAME TO talk;
		CREATE FUNCTION listen() RETURNS int LANGUAGE talk SET work_mem = '1MB' AS 'x';
		ALTER FUNCTION listen() SET search_path = public;
		ALTER FUNCTION listen() RESET ALL;
		COMMENT ON SCHEMA public IS 'ours';
	]]
end
