revision { id = "a1", message = "what the server names on a table that nobody can follow", created = "2026-11-23T02:00:00Z" }

function upgrade()
	execute [[DO $$ BEGIN IF true THEN CREATE TABLE made (a integer, b integer); END IF; END $$]]
	create_index("made", { "a" }, { concurrently = true })
	create_index("made", { "b" }, { concurrently = true, name = "made_b", comment = "has a name" })
	create_index("made", { sql "a + 1" }, { unique = true })
	create_unique_constraint("made", { "a" })
	create_check_constraint("made", "a > 1", { name = "made_a", comment = "has a name" })
end

function downgrade()
	drop_table "made"
end
