revision { id = "a1", message = "comments on views, their columns and indexes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("name", "text") })
	execute [[
		CREATE VIEW v AS SELECT id, name FROM users;
		CREATE MATERIALIZED VIEW m AS SELECT id, name FROM users;
		CREATE INDEX m_name ON m (name);
		COMMENT ON MATERIALIZED VIEW m IS 'kept';
		COMMENT ON COLUMN m.id IS 'one';
	]]
	alter_column("v", "name", { comment = "that of users" })
	alter_column("m", "name", { statistics = 100 })
	alter_column("m", "name", { comment = "two" })
	comment_on("index m_name", "by name")
end
