revision { id = "a", message = "variables that there are not, or that stand where they cannot" }
function upgrade()
	execute [[
		CREATE TABLE t (a int);
		GRANT SELECT ON t TO :"app_rol";
		COMMENT ON TABLE t IS :'regin'
	]]
	execute([[SELECT :'nothing_like_it']], { raw = true })
	execute([[CREATE TABLE u (a int); CREATE TABLE w (a int)]], { down = [[DROP TABLE u; DROP TABLE :"regio"]] })
	execute_file("a.sql")
	execute([[SELECT x:"app_role"]])
end
