revision { id = "a1", message = "a NULL that takes a domain's default away is a default", created = "2026-11-22T15:10:00Z" }
function upgrade()
	execute([[CREATE DOMAIN d AS integer DEFAULT 7]], { down = "DROP DOMAIN d" })
	execute([[CREATE DOMAIN e AS integer DEFAULT 8]], { down = "DROP DOMAIN e" })
	create_table("t", {
		column("id", "integer"),
		column("a", "integer"),
		column("b", "integer", { default = 5 }),
		column("c", "d"),
		column("f", "d", { default = null }),
		column("g", "d", { default = 1 }),
		column("h", "d", { default = sql "NULL" }),
		column("i", "integer", { default = sql "NULL" }),
	})
	execute [[CREATE TABLE u (a varchar(5) DEFAULT NULL, b integer DEFAULT NULL, c text DEFAULT NULL::text)]]
end
