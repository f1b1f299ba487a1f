revision { id = "a5", parent = "a4", message = "and keep these names", created = "2026-11-30T10:00:00Z" }

function upgrade()
	rename("function twice(integer)", "doubled")
	rename("aggregate total(integer)", "summed")
	rename_enum("shade", "hue")
end
