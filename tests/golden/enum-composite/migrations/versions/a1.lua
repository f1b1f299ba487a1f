revision { id = "a1", parent = nil, message = "An enum in composite types" }

function upgrade()
	create_enum("mood", { "sad", "ok" })
	execute [[
		CREATE TYPE pair AS (a mood, n integer, more mood[]);
		CREATE TYPE pairs AS (p pair, m mood);
	]]
	create_table("t", { column("m", "mood", { default = "ok" }) })
end
