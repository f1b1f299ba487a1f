revision { id = "fo8", parent = "fo7", message = "foreign data", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE FOREIGN DATA WRAPPER w NO HANDLER NO VALIDATOR OPTIONS (debug 'true', x '1');
		CREATE SERVER IF NOT EXISTS srv TYPE 'ty' VERSION '1.0' FOREIGN DATA WRAPPER w OPTIONS (host 'h', port '5');
		CREATE USER MAPPING IF NOT EXISTS FOR golden_forms_a SERVER srv OPTIONS (user 'u', password 'p');
		CREATE USER MAPPING FOR PUBLIC SERVER srv; CREATE USER MAPPING FOR CURRENT_USER SERVER srv OPTIONS (user 'c');
		CREATE FOREIGN TABLE ft (a integer OPTIONS (column_name 'x') NOT NULL, b text COLLATE "C" DEFAULT 'z' CHECK (b <> ''), g integer GENERATED ALWAYS AS (a * 2) STORED, CONSTRAINT cc CHECK (a > 0) NO INHERIT) SERVER srv OPTIONS (schema_name 's', table_name 't');
		CREATE FOREIGN TABLE IF NOT EXISTS fi (z integer) INHERITS (app2.w) SERVER srv;
		CREATE TABLE fpt (k integer, v text) PARTITION BY RANGE (k); CREATE FOREIGN TABLE fp PARTITION OF fpt (v WITH OPTIONS NOT NULL DEFAULT 'x') FOR VALUES FROM (100) TO (200) SERVER srv OPTIONS (x 'y');
	]==]
end
