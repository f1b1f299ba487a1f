revision { id = "fr1", parent = nil, message = "tables", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE SCHEMA app; CREATE TABLE t (a integer PRIMARY KEY, b text, c integer DEFAULT 1, d date); CREATE TABLE log (a integer, b text);
		CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE VIEW v AS SELECT a, b FROM t;
		CREATE TABLE pt (k integer, v text) PARTITION BY RANGE (k); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (10);
	]==]
end
