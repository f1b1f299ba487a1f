revision { id = "a4", parent = "a3", message = "members", created = "2026-11-30T00:50:00Z" }

function upgrade()
	create_extension("citext", { if_not_exists = true })
	execute [[CREATE FUNCTION member(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1']]
	create_table("held", { column("a", "integer") })
	alter_extension("citext", { add = "function member(integer)" })
	alter_extension("citext", { add = "table held" })
end
