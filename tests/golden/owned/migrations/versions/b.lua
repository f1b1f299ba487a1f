revision { id = "a2", parent = "a1", message = "given away", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "ALTER TABLE kept OWNER TO CURRENT_USER"
	execute "GRANT SELECT ON kept TO golden_owner"
	execute "DROP OWNED BY golden_owner"
	-- the name is free again, and nothing is granted any more
	create_table("theirs", { column("b", "text") })
	execute "REASSIGN OWNED BY golden_owner TO CURRENT_USER"
end
