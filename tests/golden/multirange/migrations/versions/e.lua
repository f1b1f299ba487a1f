revision { id = "a5", parent = "a4", message = "which stay with it", created = "2026-11-30T01:20:00Z" }

function upgrade()
	rename("type fmultirange", "many")
	comment_on("type many", "Many of them")
	owner("type many", "pg_signal_backend")
end
