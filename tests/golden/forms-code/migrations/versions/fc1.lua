revision { id = "fc1", parent = nil, message = "tables", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE SCHEMA app; CREATE TABLE t (a integer PRIMARY KEY, b text, c integer DEFAULT 1, d date); CREATE TABLE log (a integer, b text);
		CREATE EXTENSION hstore;
	]==]
end
