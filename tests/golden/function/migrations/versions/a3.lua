revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP FUNCTION add, concatenate(text, text), emails;
		DROP FUNCTION touch();
		DROP PROCEDURE clean(integer);
		DROP FUNCTION app.pair, every(integer[]);
	]]
end
