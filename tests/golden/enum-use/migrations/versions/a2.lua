revision { id = "a2", parent = "a1", message = "SQL that uses labels too early, or wrongly", created = "2026-11-22T15:10:00Z" }

function upgrade()
	add_enum_value("mood", "great")
	execute_file("a2.sql")
	execute [[
		UPDATE t SET n = 'great', m = 'great'
		WHERE m IN ('sad',
			'oky')
	]]
	execute [[
		INSERT INTO t VALUES (1, 'ok')
		ON CONFLICT (id) DO UPDATE SET m = 'great' WHERE excluded.m <> 'grate'
	]]
	execute [[MERGE INTO t USING (SELECT 1 AS id) s ON s.id = t.id WHEN MATCHED AND t.m = 'great' THEN DELETE]]
	execute [[CREATE VIEW v AS SELECT 'great'::mood AS m, 'great'::text AS n]]
	execute("SELECT m FROM t\nUNION\nSELECT 'bad'")
end
