revision { id = "a3", parent = "a2", message = "further", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_sequence("t_a_seq", { max_value = 5000000000 })
	alter_column("t", "b", { identity = { "always", min_value = 5 } })
	alter_column("t", "c", { type = "bigint" })
	alter_column("v", "a", { type = "bigint" })
	rename_sequence("u_a_seq", "u_seq")
	execute "CREATE TABLE w (LIKE t INCLUDING IDENTITY)"
	execute "CREATE UNLOGGED TABLE x (LIKE v INCLUDING IDENTITY)"
	create_table("y", { column("a", "integer", { not_null = true }), column("b", "integer") })
	alter_column("y", "a", { identity = { "always" } })
	execute [[ALTER SEQUENCE y_a_seq AS smallint; ALTER TABLE y ALTER a SET INCREMENT 2]]
end
