revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_column("users", "text")
	execute "DROP FUNCTION fits(int) CASCADE"
	execute "DROP FUNCTION following() CASCADE"
	execute "DROP FUNCTION other.twice(int) CASCADE"
	drop_enum "Mood"
	drop_table "users"
end
