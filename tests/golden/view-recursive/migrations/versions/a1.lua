revision { id = "a1", message = "a recursive view", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	execute [[
		CREATE RECURSIVE VIEW app.numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 10;
		CREATE VIEW few AS SELECT n FROM app.numbers LIMIT 3;
	]]
end
