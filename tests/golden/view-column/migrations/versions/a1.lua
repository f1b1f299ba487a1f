revision { id = "a1", message = "views", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("name", "text"),
		column("age", "integer"),
	})
	execute [[
		CREATE VIEW people AS SELECT id, name, age FROM users;
		CREATE VIEW named (who, "how old") AS SELECT name, age FROM users;
		CREATE VIEW adults AS SELECT p.name, p.age FROM people p WHERE p.age >= 18;
		CREATE MATERIALIZED VIEW ages AS SELECT age, count(*) AS n FROM people GROUP BY age;
		CREATE FUNCTION oldest() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(age) FROM people; END;
		CREATE RULE people_insert AS ON INSERT TO people DO INSTEAD INSERT INTO users VALUES (NEW.id, NEW.name, NEW.age);
		COMMENT ON COLUMN people.age IS 'in years';
		GRANT SELECT (name, age) ON people TO PUBLIC;
		ALTER VIEW people ALTER COLUMN age SET DEFAULT 30;
	]]
end
