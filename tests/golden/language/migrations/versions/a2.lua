revision { id = "a2", parent = "a1", message = "renamed and dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER LANGUAGE ours RENAME TO mine;
		CREATE FUNCTION f() RETURNS integer LANGUAGE mine AS 'BEGIN RETURN 1; END';
		DROP ACCESS METHOD pile;
	]]
	execute "DROP FUNCTION f()"
	execute "DROP LANGUAGE mine"
end
