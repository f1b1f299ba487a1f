revision { id = "a5", parent = "a4", message = "of all kinds", created = "2026-11-29T13:31:00Z" }

function upgrade()
	create_enum("shade", { "light", "dark" })
	create_table("shelf", { column("shade", "shade", { default = "dark" }) })
	execute "CREATE VIEW shown AS SELECT shade FROM shelf"
	execute "CREATE TYPE shot AS (a shade)"
	execute "CREATE DOMAIN shy AS shade CHECK (VALUE <> 'light')"
end
