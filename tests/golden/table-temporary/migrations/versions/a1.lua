revision { id = "a1", message = "What goes with its transaction", created = "2026-11-30T00:30:00Z" }

function upgrade()
	create_table("places", { column("name", "text") })
	execute [[CREATE TEMP TABLE seen () INHERITS (places) ON COMMIT DROP]]
	create_table("draft", { column("a", "integer"), temporary = true, on_commit = "drop" })
	execute [[CREATE TEMP TABLE later () INHERITS (draft) ON COMMIT DROP; INSERT INTO later VALUES (1)]]
	execute [[CREATE VIEW found AS SELECT name FROM seen]]
end
