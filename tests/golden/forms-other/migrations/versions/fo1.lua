revision { id = "fo1", parent = nil, message = "tables", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE SCHEMA app; CREATE SCHEMA app2; CREATE TABLE t (a integer PRIMARY KEY, b text, c integer DEFAULT 1, d date); CREATE TABLE app.u (a integer PRIMARY KEY, b text); CREATE TABLE app2.w (a integer); CREATE SEQUENCE q; CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1'; CREATE PROCEDURE p() LANGUAGE sql AS ''; CREATE VIEW v AS SELECT a FROM t; CREATE TYPE en AS ENUM ('a'); CREATE DOMAIN dm AS integer;
		CREATE TABLE pt (k integer PRIMARY KEY, v text) PARTITION BY RANGE (k); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (10);
	]==]
end
