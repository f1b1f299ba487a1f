revision { id = "a5", parent = "a4", message = "cascade takes views, and they come back", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE OR REPLACE VIEW v AS SELECT id, name FROM users WHERE id > 6"
	drop_column("users", "name", { cascade = true })
end
