revision { id = "a1", parent = nil, message = "a table partitioned by what functions give", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE FUNCTION bucket(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 10';
		CREATE TABLE parted (a integer, b integer) PARTITION BY RANGE (bucket(a), (bucket(b) + 1));
		CREATE TABLE part PARTITION OF parted DEFAULT;
		CREATE VIEW parts AS SELECT a FROM part;
	]]
end
