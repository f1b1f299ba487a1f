revision { id = "i2", parent = "i1", message = "the server adds no identity where there are partitions", created = "2026-11-29T13:01:00Z" }

function upgrade()
	drop_column("p", "i")
end
