revision { id = "a4", parent = "a3", message = "a multirange has a comment and an owner of its own", created = "2026-11-30T01:20:00Z" }

function upgrade()
	execute [[
		CREATE TYPE frange AS RANGE (SUBTYPE = float8);
		ALTER TYPE fmultirange OWNER TO pg_monitor;
	]]
	comment_on("type fmultirange", "Many")
end
