revision { id = "a1", message = "ranges and their multiranges", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	execute [[
		CREATE TYPE span AS RANGE (SUBTYPE = float8, MULTIRANGE_TYPE_NAME = app.spans, SUBTYPE_DIFF = float8mi);
		CREATE TYPE year_range AS RANGE (SUBTYPE = int);
		CREATE TYPE day AS RANGE (MULTIRANGE_TYPE_NAME = days, SUBTYPE = int);
		CREATE FUNCTION first(year_multirange) RETURNS int LANGUAGE sql AS 'SELECT 1';
		CREATE VIEW years AS SELECT '{}'::year_multirange AS all_of_them;
	]]
	create_table("terms", { column("years", "year_multirange", { default = sql "'{}'::year_multirange" }), column("all", "app.spans[]") })
end
