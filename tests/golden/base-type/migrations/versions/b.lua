revision { id = "a2", parent = "a1", message = "changed and renamed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE FUNCTION key_recv(internal) RETURNS key LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
		CREATE FUNCTION key_send(key) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
		ALTER TYPE key SET (RECEIVE = key_recv, SEND = key_send);
		ALTER FUNCTION key_out(key) RENAME TO key_write;
		ALTER FUNCTION "Key in"(cstring) SET SCHEMA app;
		ALTER TYPE key RENAME TO "Key";
		ALTER TYPE "Key" SET SCHEMA app;
		ALTER TYPE app.secret SET (STORAGE = main, ANALYZE = NONE);
		DROP TYPE later;
	]]
end
