revision { id = "a1", message = "what has labels", created = "2026-11-29T19:00:00Z" }

function upgrade()
	execute [[
		CREATE SCHEMA secret;
		CREATE EXTENSION postgres_fdw;
		CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;
		CREATE TYPE kind AS ENUM ('a', 'b');
		CREATE TYPE pair AS (x int, y int);
		CREATE TYPE span AS RANGE (SUBTYPE = float8);
		CREATE DOMAIN positive AS int CHECK (VALUE > 0);
		CREATE SEQUENCE numbers;
		CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY, email text, kind kind DEFAULT 'a');
		CREATE TABLE secret.child () INHERITS (users);
		CREATE FOREIGN TABLE away (a int) SERVER far;
		CREATE VIEW v AS SELECT id, email FROM users;
		CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
		CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
		CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
		CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
		CREATE FUNCTION ended() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
		CREATE EVENT TRIGGER done ON ddl_command_end EXECUTE FUNCTION ended();
		CREATE PUBLICATION all_of_it FOR TABLE users;
	]]
end
