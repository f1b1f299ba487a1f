revision { id = "a1", message = "a base type, its functions, and what is made of it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	execute [[
		CREATE TYPE app.secret;
		CREATE FUNCTION app.secret_in(cstring) RETURNS app.secret LANGUAGE internal IMMUTABLE STRICT AS 'textin';
		CREATE FUNCTION app.secret_out(app.secret) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
		CREATE TYPE app.secret (INPUT = app.secret_in, OUTPUT = app.secret_out, INTERNALLENGTH = VARIABLE, STORAGE = extended, CATEGORY = 'S', DELIMITER = ';');
		CREATE TYPE later;
		COMMENT ON TYPE later IS 'a shell';
		-- a shell is made for it
		CREATE FUNCTION "Key in"(cstring) RETURNS key LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
		CREATE FUNCTION key_out(key) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
		COMMENT ON FUNCTION key_out(key) IS 'writes it';
		CREATE TYPE key (LIKE = int4, INPUT = "Key in", OUTPUT = key_out, PREFERRED);
		ALTER TYPE key OWNER TO CURRENT_USER;
		COMMENT ON TYPE key IS 'opens a door';
		GRANT USAGE ON TYPE key TO PUBLIC;
	]]
	create_table("doors", { column("id", "key"), column("codes", "app.secret[]", { default = sql "'{}'" }) })
	execute "CREATE FUNCTION key_of(doors) RETURNS key LANGUAGE sql AS 'SELECT $1.id'"
end
