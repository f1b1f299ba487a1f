revision { id = "a4", parent = "a3", message = "what goes comes back with them", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_table("users", "people")
	rename_column("people", "email", "mail")
	drop_column("people", "password")
	rename_schema("app", "shop")
	execute [[
		DROP VIEW emails;
		DROP FUNCTION f;
		DROP PROCEDURE p;
		DROP TABLE shop.orders;
	]]
	drop_enum "mood"
	drop_sequence "counter"
	drop_table "people"
	drop_schema "shop"
end
