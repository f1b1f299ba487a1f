revision { id = "a2", parent = "a1", message = "renamed and moved", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER TYPE year_multirange RENAME TO "Years";
		ALTER TYPE app.spans SET SCHEMA public;
		ALTER TYPE spans RENAME TO span_multirange;
		ALTER TYPE span SET SCHEMA app;
		ALTER TYPE year_range RENAME TO some_years;
		ALTER TYPE day RENAME TO dayrange;
		ALTER TYPE days RENAME TO daymultirange;
	]]
	rename("type \"Years\"", "years_of")
	set_schema("type years_of", "app")
	add_column("terms", column("more", "app.years_of"))
end
