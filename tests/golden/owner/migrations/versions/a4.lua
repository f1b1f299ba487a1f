revision { id = "a4", parent = "a3", message = "what goes comes back with its owner", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP VIEW v; DROP MATERIALIZED VIEW mv; DROP FUNCTION f"
	drop_table "t"
	drop_sequence "counter"
	drop_enum "mood"
	drop_schema "app"
end
