revision { id = "a2", parent = "a1", message = "restarts", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_sequence("s1", { restart = true })
	alter_sequence("s1", { restart = 5, cache = 2 })
	execute [[ALTER SEQUENCE s1 RESTART WITH 9]]
	execute [[ALTER SEQUENCE s1 RESTART; ALTER SEQUENCE s1 CACHE 3]]
end
