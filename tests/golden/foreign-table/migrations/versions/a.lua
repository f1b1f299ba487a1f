revision { id = "a1", message = "foreign tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("base", { column("id", "bigint", { not_null = true }), check { "id > 0", name = "positive" } })
	create_table("events", { column("at", "date", { not_null = true }), column("kind", "text"), partition_by = "range (at)" })
	execute [[
		CREATE FOREIGN DATA WRAPPER w;
		CREATE SERVER far FOREIGN DATA WRAPPER w;
		CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
		CREATE FOREIGN TABLE users (
			id integer OPTIONS (column_name 'user_id', "key" 'true') NOT NULL,
			name text COLLATE "C" DEFAULT 'it''s',
			"full name" text GENERATED ALWAYS AS (name || '!') STORED,
			CONSTRAINT named CHECK (name <> '')
		) SERVER far OPTIONS (schema_name 'public', "table" 'people');
		CREATE FOREIGN TABLE IF NOT EXISTS users (id text) SERVER far;
		CREATE FOREIGN TABLE more (note text) INHERITS (base) SERVER far;
		CREATE FOREIGN TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') SERVER far OPTIONS (a 'b');
		CREATE TRIGGER noted AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION note();
		CREATE VIEW names AS SELECT name FROM users;
		COMMENT ON FOREIGN TABLE users IS 'they are elsewhere';
		COMMENT ON COLUMN users.id IS 'a number';
		GRANT SELECT ON users TO PUBLIC;
	]]
	create_index("events", { "kind" })
end
