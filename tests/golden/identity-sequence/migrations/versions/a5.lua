revision { id = "a5", parent = "a4", message = "all", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "ALTER SEQUENCE y_a_seq AS integer; ALTER SEQUENCE v_a_seq SET LOGGED"
	drop_table("v")
	alter_table("x", { unlogged = false })
	drop_table { "t", "x", "y" }
end
