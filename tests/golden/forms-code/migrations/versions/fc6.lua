revision { id = "fc6", parent = "fc5", message = "they are altered again, and go", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		ALTER FUNCTION f2(integer) COST 9 SET work_mem = '5MB' SUPPORT generate_series_int4_support;
		ALTER FUNCTION f6(internal) COST 11;
		CREATE OR REPLACE FUNCTION f2(a integer) RETURNS integer LANGUAGE sql COST 3 SET search_path = app AS 'SELECT a';
		ALTER FUNCTION f2(integer) RESET ALL;
		DROP FUNCTION IF EXISTS f9(integer), nosuch(integer) RESTRICT;
		DROP PROCEDURE app.p1c(integer, OUT text, integer);
		DROP ROUTINE f3, p2 CASCADE;
	]==]
end
