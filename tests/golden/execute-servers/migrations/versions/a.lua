revision { id = "a", message = "what some servers get and others do not" }
function upgrade()
	execute("CREATE TABLE common (i int)")
	execute("CREATE TABLE old (i int)", { before = 16 })
	execute("CREATE TABLE new (i int); COMMENT ON TABLE new IS 'of 16'", { since = 16 })
	execute("CREATE TABLE between (i int)", { since = 14, before = 18 })
	execute("CREATE INDEX CONCURRENTLY common_i ON common (i)", { since = 16 })
	execute("ALTER TABLE common ALTER i SET STORAGE DEFAULT", { since = 16, raw = true, down = "" })
	execute("UPDATE common SET i = 1", { before = 16, down = "UPDATE common SET i = NULL" })
	execute_file("a.sql", { since = 17 })
end
