revision { id = "a6", parent = "a5", message = "dropped, one way or another", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP TRIGGER users_touch ON members;
		DROP TRIGGER IF EXISTS nosuch ON members;
		DROP TRIGGER IF EXISTS nosuch ON nowhere;
		DROP EVENT TRIGGER watching;
	]]
	execute "DROP TRIGGER checked ON app.purchases"
	drop_column("members", "mail", { cascade = true })
	drop_table "app.purchases"
	execute "DROP FUNCTION app.touched CASCADE"
	drop_table "parts"
	drop_table("members", { cascade = true })
	drop_table "events"
end
