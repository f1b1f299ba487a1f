revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_column("users", "owner", "Owner")
	rename_column("teams", "boss", "lead")
	rename_table("teams", "groups")
	rename_table("users", "members")
	execute "ALTER FUNCTION mine(name) RENAME TO is_mine"
	execute "ALTER POLICY own ON members USING (is_mine(\"Owner\"))"
	execute "ALTER POLICY own ON groups TO PUBLIC WITH CHECK (is_mine(lead) AND groups.id > 5)"
	execute "ALTER POLICY \"come in\" ON members RENAME TO entry"
	alter_table("members", { force_row_level_security = false })
	execute "ALTER TABLE groups DISABLE ROW LEVEL SECURITY"
end
