revision { id = "i7", parent = "i6", message = "a whole", created = "2026-11-29T11:30:00Z" }

function upgrade()
create_index("p", { "b", "a" }, { name = "p_ba", only = true })
create_index("c1", { "b", "a" }, { name = "c1_ba" })
attach_index("p_ba", "c1_ba")
end
