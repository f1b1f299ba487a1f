revision { id = "a1", message = "comments on names that the server chooses", created = "2026-11-23T02:00:00Z" }

function upgrade()
	execute [[DO $$ BEGIN IF true THEN CREATE TABLE made (a integer, b integer); END IF; END $$]]
	create_index("made", { "a" }, { comment = "which?" })
	create_unique_constraint("made", { "a" }, { comment = "which?" })
	create_primary_key("made", { "a" }, { comment = "which?" })
	create_check_constraint("made", "a > 1", { comment = "which?" })
	create_exclude_constraint("made", { { "a", "=" } }, { comment = "which?" })
	create_foreign_key("made", { "a" }, "made", { "b" }, { comment = "which?" })
end
