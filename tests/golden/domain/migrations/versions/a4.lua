revision { id = "a4", parent = "a3", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[DROP FUNCTION even(integer) CASCADE]]
	execute [[DROP FUNCTION part(email)]]
	execute [[DROP DOMAIN email CASCADE]]
	drop_table "users"
	execute [[DROP DOMAIN app.pair, even, small, app.feeling]]
end
