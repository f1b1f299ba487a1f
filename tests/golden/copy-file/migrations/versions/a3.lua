revision { id = "a3", parent = "a2", message = "no way back", created = "2026-11-23T10:00:00Z" }

function upgrade()
	copy_file("lines", "../data/lines.csv", { columns = { "line" } })
	copy_file("short", "../data/short.csv")
end
