revision { id = "i8", parent = "i7", message = "parts of it that are made at once", created = "2026-11-29T11:30:00Z" }

function upgrade()
create_index("d2", { "b", "a" }, { name = "d2_ba", concurrently = true })
create_index("d3", { "b", "a" }, { name = "d3_ba", concurrently = true })
create_index("c2", { "b", "a" }, { name = "c2_ba", only = true })
attach_index("c2_ba", "d2_ba")
attach_index("c2_ba", "d3_ba")
attach_index("p_ba", "c2_ba")
end
