revision { id = "a1", message = "views", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("name", "text"),
	})
	execute [[
		CREATE VIEW v AS SELECT id FROM users;
		CREATE VIEW w AS SELECT v.id FROM v;
		CREATE VIEW x AS SELECT v.id, w.id AS other FROM v, w;
		CREATE FUNCTION take() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
		CREATE TRIGGER taken INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION take();
		COMMENT ON VIEW w IS 'over v';
		COMMENT ON COLUMN v.id IS 'that of users';
		ALTER VIEW v SET (security_barrier);
		CREATE MATERIALIZED VIEW m AS SELECT id FROM w;
		CREATE UNIQUE INDEX m_id ON m (id);
	]]
end
