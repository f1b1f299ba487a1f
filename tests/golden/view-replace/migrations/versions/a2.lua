revision { id = "a2", parent = "a1", message = "a column is added, and used", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE OR REPLACE VIEW v WITH (security_barrier) AS SELECT id, name FROM users"
	execute "CREATE VIEW names AS SELECT name FROM v"
end
