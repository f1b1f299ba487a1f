revision { id = "ft4", parent = "ft3", message = "composite types", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE TYPE c1 AS (x integer, y text COLLATE "C", z numeric(5,1)[]);
		CREATE TABLE uc OF c1;
		CREATE TYPE c0 AS ();
		ALTER TYPE c1 ADD ATTRIBUTE q date CASCADE, ADD ATTRIBUTE r varchar(10) COLLATE "POSIX" CASCADE;
		ALTER TYPE c1 ALTER ATTRIBUTE q TYPE timestamp CASCADE, ALTER ATTRIBUTE r SET DATA TYPE text COLLATE "C" CASCADE;
		ALTER TYPE c1 DROP ATTRIBUTE q CASCADE, DROP ATTRIBUTE IF EXISTS nosuch CASCADE;
		ALTER TYPE c1 RENAME ATTRIBUTE x TO xx CASCADE;
		ALTER TYPE c1 RENAME TO c1b; ALTER TYPE c1b SET SCHEMA app;
		COMMENT ON TYPE app.c1b IS 'comp'; COMMENT ON COLUMN app.c1b.y IS 'why';
	]==]
end
