revision { id = "a2", parent = "a1", message = "It holds nothing up", created = "2026-11-30T00:30:00Z" }

function upgrade()
	execute [[CREATE TEMP TABLE seen () INHERITS (places) ON COMMIT DROP]]
	create_index("places", { "name" }, { concurrently = true })
	execute [[CREATE TEMP TABLE seen (b integer) INHERITS (places) ON COMMIT DROP]]
end
