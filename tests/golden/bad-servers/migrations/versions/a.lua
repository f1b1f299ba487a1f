revision { id = "a", message = "servers that there are not" }
function upgrade()
	execute("CREATE TABLE a (i int)", { before = 15 })
	execute("CREATE TABLE b (i int)", { since = 17, before = 17 })
	execute("CREATE TABLE c (i int)", { since = 0 })
	execute("CREATE TABLE d (i int)", { since = "16" })
	execute("CREATE TABLE e (i int)", { before = 160000 })
	execute("CREATE TABLE f (i int)", { sinse = 16 })
	execute("CREATE TABLE g (i int)", { before = 16 })
	copy_file("g", "rows.csv", { before = 15 })
	copy_file("g", "rows.csv", { since = 17, before = 16 })
end
