revision { id = "a2", parent = "a1", message = "on all of them", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_check_constraint("things", "size > 1")
	create_check_constraint("boxes", "id > 0", { name = "ids" })
	create_check_constraint("things", "id > 0", { name = "ids", not_valid = true })
	create_check_constraint("things", "size > 2", { no_inherit = true, only = true })
	create_unique_constraint("things", "name")
	create_index("things", "size")
	rename_constraint("things", "things_size_check", "bigger")
	rename_constraint("things", "positive", "more than none")
	validate_constraint("things", "ids")
end
