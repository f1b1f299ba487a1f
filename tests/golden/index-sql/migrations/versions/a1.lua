revision { id = "a1", message = "tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TABLE t (a integer, b integer, c text, at timestamptz, "C d" text);
	]]
	execute [[
		CREATE TABLE "table with a long name that has sixty-three bytes as it may have ä" (
			"column with a long name that has sixty-three bytes as it may hav" text,
			b integer
		);
	]]
end
