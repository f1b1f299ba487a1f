revision { id = "a2", message = "one goes, with what it has", parent = "a1" }
function upgrade()
	drop_table("collated")
end
