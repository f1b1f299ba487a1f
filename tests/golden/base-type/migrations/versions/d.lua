revision { id = "a4", parent = "a3", message = "shells become other types", created = "2026-11-29T13:30:00Z" }

function upgrade()
	execute "CREATE TYPE shade"
	execute "CREATE TYPE shelf"
	execute "CREATE TYPE shown"
	execute "CREATE TYPE shot"
	execute "CREATE TYPE shy"
	execute "CREATE TYPE ship"
	execute "CREATE SEQUENCE ship"
end
