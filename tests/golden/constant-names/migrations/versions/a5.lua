revision { id = "a5", parent = "a4", message = "which have other names", created = "2026-11-30T01:40:00Z" }

function upgrade()
	rename_enum("grade", "mark")
	execute [[
		ALTER TYPE pair SET SCHEMA far;
		ALTER FUNCTION far.graded(mark[], far.pair, integer) SET SCHEMA public;
	]]
end
