revision { id = "a", message = "variables that stand where they cannot" }
function upgrade()
	create_table(var "app_role" .. "_log", { column("a", "text", { default = "in " .. var "region" }) })
	execute("SELECT '" .. var "region" .. " and more'")
	execute("DO $$ BEGIN PERFORM '" .. var "region" .. "'; END $$")
	execute([[CREATE TABLE v (a int); CREATE TABLE :"region" (a int)]])
	execute([[CREATE INDEX ON v (a) TABLESPACE :"region"]])
	execute([[ALTER TABLE v ADD b int DEFAULT :'region', ADD c :"app_role"]])
end
