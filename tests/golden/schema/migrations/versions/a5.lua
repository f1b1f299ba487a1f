revision { id = "a5", parent = "a4", message = "moved, and changed otherwise", created = "2026-11-30T10:00:00Z" }

function upgrade()
	alter_table("things", {
		schema = "attic",
		with = { fillfactor = 70 },
		inherit = "kept",
		row_level_security = true,
		replica_identity_index = "things_pkey",
		comment = "old",
	})
end
