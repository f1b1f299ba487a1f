revision { id = "a1", message = "tables", created = "2026-11-29T11:00:00Z" }

function upgrade()
	execute [[
		CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
		CREATE TYPE pair AS (a integer, b text);
	]]
	create_table("kept", { column("a", "integer"), temporary = true, on_commit = "preserve rows" })
	create_table("emptied", { column("a", "integer"), temporary = true, on_commit = "delete rows" })
	create_table("gone", { column("a", "integer"), temporary = true, on_commit = "drop" })
	create_table("stored", {
		column("a", "integer", { primary_key = true }),
		column("b", "text"),
		using = "heap_too",
		with = { fillfactor = 90 },
		tablespace = "golden_fast",
	})
	create_table("parted", {
		column("a", "integer", { not_null = true }),
		column("b", "text"),
		partition_by = "range (a)",
		tablespace = "golden_fast",
		partition("parted_low", {
			from = 0, to = 10, using = "heap_too", with = { fillfactor = 50 }, tablespace = "golden_fast", comment = "low",
		}),
	})
	create_table("parted_rest", { partition_of = "parted", default = true, unlogged = true, check { "a <> 7" }, unique { "b" } })
	create_table("parted_high", { column("b", "text", { not_null = true, default = "x" }), partition_of = "parted", from = 10, to = sql "maxvalue", partition_by = "hash (a)" })
	create_table("parted_high_0", { partition_of = "parted_high", modulus = 2, remainder = 0, if_not_exists = true })
	create_table("typed", { of_type = "pair", primary_key { "a" }, check { "b <> ''" }, tablespace = "golden_fast" })
end
