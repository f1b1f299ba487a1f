revision { id = "a1", parent = nil, message = "range types", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE SCHEMA app;
		CREATE COLLATION bytes FROM "C";
		CREATE DOMAIN small AS integer CHECK (VALUE < 100);
		CREATE FUNCTION apart(a time, b time) RETURNS double precision LANGUAGE sql IMMUTABLE RETURN extract(epoch FROM a - b);
		CREATE TYPE timerange AS RANGE (subtype = time, subtype_diff = apart);
		CREATE TYPE app.words AS RANGE (subtype = text, collation = bytes, multirange_type_name = app.many_words);
		CREATE TYPE few AS RANGE (subtype = small);
		COMMENT ON TYPE timerange IS 'from, to';
		CREATE FUNCTION noon(r timerange) RETURNS boolean LANGUAGE sql RETURN r @> time '12:00';
	]]
	create_table("t", {
		column("id", "bigint", { primary_key = true }),
		column("r", "timerange", { default = sql "timerange('10:00', '12:00')" }),
		column("m", "timemultirange"),
		column("w", "app.words[]"),
		column("f", "few_multirange"),
	})
end
