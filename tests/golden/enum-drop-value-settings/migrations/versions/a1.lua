revision { id = "a1", message = "what a column forgets that gets its type anew", created = "2026-11-30T21:40:00Z" }

function upgrade()
	create_enum("mood", { "sad", "ok" })
	create_table("people", {
		column("id", "integer", { primary_key = true }),
		column("mood", "mood", { statistics = 100 }),
		column("moods", "mood[]", { storage = "external", compression = "pglz", options = { n_distinct = 5 } }),
	})
	create_table("children", { column("school", "text") , inherits = "people" })
	alter_column("children", "moods", { storage = "main" })
	execute [[
		CREATE STATISTICS glum ON (mood IS NULL), moods FROM people;
		ALTER STATISTICS glum SET STATISTICS 200;
		ALTER STATISTICS glum OWNER TO keeper;
		COMMENT ON STATISTICS glum IS 'who feels how';
		CREATE STATISTICS plain ON id, mood FROM people;
		CREATE STATISTICS apart ON id, school FROM children;
		ALTER STATISTICS apart SET STATISTICS 300;
	]]
end
