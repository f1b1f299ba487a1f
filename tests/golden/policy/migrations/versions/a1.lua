revision { id = "a1", message = "policies", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("owner", "name"), column("team", "bigint") })
	create_table("teams", { column("id", "bigint", { primary_key = true }), column("boss", "name") })
	execute [[
		CREATE FUNCTION mine(name) RETURNS boolean LANGUAGE sql STABLE RETURN $1 = current_user;
		CREATE POLICY own ON users USING (owner = current_user);
		CREATE POLICY boss ON users AS PERMISSIVE FOR SELECT TO CURRENT_USER, PUBLIC
			USING (EXISTS (SELECT FROM teams t WHERE t.id = users.team AND mine(t.boss)));
		CREATE POLICY "come in" ON users AS RESTRICTIVE FOR INSERT WITH CHECK (id > 0 AND mine(owner));
		CREATE POLICY own ON teams FOR UPDATE TO CURRENT_USER USING (true) WITH CHECK (mine(boss));
		COMMENT ON POLICY own ON users IS 'to each his own';
		ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
	]]
	alter_table("teams", { row_level_security = true })
end
