revision { id = "a", message = "what differs by environment" }
function upgrade()
	create_schema(var "fresh")
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("region", "varchar(12)", { default = var "region" }),
		column("n", "integer", { default = var "limits" }),
		tablespace = var "space",
	})
	create_table(var "tenant" .. ".orders", { column("id", "bigint"), column("note", "text") })
	bulk_insert("users", { { id = 1, region = var "region", n = var "limits" } })
	execute [[
		-- :"nosuch" and :'nosuch' in a comment
		ALTER TABLE users OWNER TO :"app_role";
		GRANT SELECT ON :"tenant".orders TO :"app_role";
		INSERT INTO :"tenant".orders SELECT id, :'region' || ':"app_role"' || (ARRAY['x', 'y'])[1:"id"]::"text" FROM users;
		CREATE VIEW :"fresh".regions AS SELECT region, :'limits'::int AS n FROM users WHERE region = :'region';
		COMMENT ON TABLE users IS :'region'
	]]
	execute([[CREATE TABLE :"fresh".t (a text DEFAULT :'region')]])
	execute([[ALTER ROLE :"app_role" CONNECTION LIMIT 5]], { down = [[ALTER ROLE :"app_role" CONNECTION LIMIT -1]] })
	execute([[COMMENT ON SCHEMA :"tenant" IS :'app_role']], { raw = true, down = [[COMMENT ON SCHEMA :"tenant" IS NULL]] })
	execute_file("a.sql")
end
