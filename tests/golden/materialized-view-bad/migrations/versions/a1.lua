revision { id = "a1", message = "what is there", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text") })
	execute [[
		CREATE MATERIALIZED VIEW m AS SELECT id, email FROM users;
		CREATE MATERIALIZED VIEW later AS SELECT id, email FROM users WITH NO DATA;
		CREATE UNIQUE INDEX later_id ON later (id);
		CREATE UNIQUE INDEX m_id ON m (id) WHERE id > 0;
	]]
end
