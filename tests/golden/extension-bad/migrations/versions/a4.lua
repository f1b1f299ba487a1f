revision { id = "a4", parent = "a3", message = "no members", created = "2026-11-30T00:50:00Z" }

function upgrade()
	create_extension("tcn")
	alter_extension("tcn", { add = "column t.a" })
	alter_extension("tcn", { drop = "nothing at all" })
end
