revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP POLICY entry ON members"
	execute "DROP POLICY IF EXISTS entry ON members"
	drop_column("groups", "lead", { cascade = true })
	execute "DROP FUNCTION is_mine CASCADE"
	drop_table "members"
end
