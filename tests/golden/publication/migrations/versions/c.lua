revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_column("members", "team", { cascade = true })
	drop_table "events"
	execute "DROP TABLE staff, money.people"
	execute "DROP PUBLICATION everything, later"
	execute "DROP PUBLICATION IF EXISTS nobody"
	drop_schema "money"
end
