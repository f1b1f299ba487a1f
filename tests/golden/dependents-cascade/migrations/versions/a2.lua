revision { id = "a2", parent = "a1", message = "a function of several of its name goes", created = "2026-11-22T15:11:00Z" }

function upgrade()
	execute [[DROP FUNCTION twice(integer) CASCADE]]
end
