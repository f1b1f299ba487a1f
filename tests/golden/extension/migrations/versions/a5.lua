revision { id = "a5", parent = "a4", message = "and not any more", created = "2026-11-30T00:50:00Z" }

function upgrade()
	alter_extension("citext", { drop = "function member(integer)" })
end
