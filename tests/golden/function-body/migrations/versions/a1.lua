revision { id = "a1", message = "bodies that are read", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE SCHEMA app;
		CREATE TYPE app.mood AS ENUM ('sad', 'ok');
		CREATE TABLE app.users (id bigint PRIMARY KEY, email text, mood app.mood);
		CREATE FUNCTION app.find(address text) RETURNS SETOF app.users LANGUAGE sql STABLE SET search_path = app AS $$
			SELECT * FROM users WHERE email = address AND mood = 'ok'
		$$;
		CREATE FUNCTION app.down(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT CASE WHEN n > 0 THEN app.down(n - 1) ELSE 0 END';
		CREATE FUNCTION app.of(m app.mood) RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM app.users WHERE mood = m);
		SET check_function_bodies = off;
		CREATE FUNCTION app.later() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM app.orders';
		RESET check_function_bodies;
	]]
end
