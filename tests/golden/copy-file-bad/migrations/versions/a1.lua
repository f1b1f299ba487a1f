revision { id = "a1", message = "tables", created = "2026-11-23T10:00:00Z" }

function upgrade()
	create_enum("mood", { "sad", "ok" })
	for i = 1, 30 do
		create_table("t" .. i, {
			column("id", "bigint", { identity = { "always" }, primary_key = true }),
			column("code", "text", { not_null = true, unique = true }),
			column("n", "smallint"),
			column("mood", "mood"),
			column("double", "integer", { generated = "n * 2" }),
		})
	end
	execute "CREATE VIEW v AS SELECT code, n FROM t1"
end
