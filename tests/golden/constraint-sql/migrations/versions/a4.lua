revision { id = "a4", parent = "a3", message = "all of it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP TABLE t, u;
		DROP TABLE "table with a long name that has sixty-three bytes as it may have ä";
		DROP TABLE ünïcödé_namen_die_viele_bytes_haben_ä_ö_ü;
	]]
end
