revision { id = "a3", parent = "a2", message = "away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_constraint("things", "more than none")
	drop_constraint("things", "bigger", { only = true })
	drop_constraint("things", "ids")
	drop_constraint("things", "things_name_check")
	drop_constraint("boxes", "ids")
	drop_constraint("things", "things_pkey")
end
