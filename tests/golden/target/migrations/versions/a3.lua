revision { id = "a3", parent = "a2", message = "another schema", created = "2026-11-22T15:10:00Z" }

function upgrade()
	set_schema("table users", "app")
	set_schema('table "Odd table"', "app")
	set_schema("view everyone", "app")
	set_schema('materialized view "Numbers"', "app")
	set_schema("sequence counter", "app")
	set_schema("type mood", "app")
	set_schema("type place", "app")
	set_schema("domain quantity", "app")
	set_schema("function g(integer)", "app")
	set_schema("aggregate total_of(integer)", "app")
	set_schema("operator ===(integer, integer)", "app")
	set_schema("operator family family using btree", "app")
	set_schema("statistics pair", "app")
	set_schema("text search configuration texts", "app")
	create_table("moods", { column("m", "app.mood"), column("q", "app.quantity") })
end
