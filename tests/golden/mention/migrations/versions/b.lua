revision { id = "a2", parent = "a1", message = "renamed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute 'ALTER FUNCTION "Next"() RENAME TO following'
	execute "ALTER FUNCTION app.fits(int) SET SCHEMA public"
	execute "ALTER FUNCTION twice(int) SET SCHEMA app"
	rename_enum("mood", "Mood")
	rename_schema("app", "other")
end
