revision { id = "a2", parent = "a1", message = "they follow its name", created = "2026-11-30T10:00:00Z" }

function upgrade()
	rename_sequence("ticket", "Next ticket")
	rename_schema("store", "shop's")
	rename("text search configuration words", "terms")
	set_schema("text search dictionary plain", "shop's")
	rename("function weight(integer)", "mass")
	rename_enum("state", "status")
end
