revision { id = "a2", parent = "a1", message = "what is refused", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "REFRESH MATERIALIZED VIEW users"
	execute "REFRESH MATERIALIZED VIEW mm"
	execute "REFRESH MATERIALIZED VIEW CONCURRENTLY m"
	execute "REFRESH MATERIALIZED VIEW CONCURRENTLY later"
	execute "REFRESH MATERIALIZED VIEW CONCURRENTLY later WITH NO DATA"
	create_index("m", { "emial" })
	create_index("m", { "email" }, { name = "m_id" })
	execute "CREATE INDEX ON m (email) WHERE id = 'x'"
	execute "ALTER MATERIALIZED VIEW m CLUSTER ON later_id"
	execute "ALTER MATERIALIZED VIEW m ALTER COLUMN emial SET STATISTICS 5"
	execute "ALTER MATERIALIZED VIEW m SET (fillfaktor = 70)"
	execute "ALTER MATERIALIZED VIEW users SET (fillfactor = 70)"
	execute "COMMENT ON INDEX m_idd IS 'x'"
	execute "ALTER TABLE m ALTER COLUMN id SET DEFAULT 7"
end
