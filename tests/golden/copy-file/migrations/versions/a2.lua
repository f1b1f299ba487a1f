revision { id = "a2", parent = "a1", message = "rows of tables that were there", created = "2026-11-23T10:00:00Z" }

function upgrade()
	copy_file("countries", "../data/more.csv", {
		header = false,
		columns = { "code", "name", "note" },
		delimiter = ";",
		quote = "'",
		escape = "\\",
		null = "-",
	})
	copy_file("people", "../data/people.csv")
	execute "CREATE VIEW short AS SELECT code, name FROM countries"
	execute "CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO countries (code, name) VALUES (new.code, new.name); RETURN new; END $$"
	execute "CREATE TRIGGER put INSTEAD OF INSERT ON short FOR EACH ROW EXECUTE FUNCTION put()"
	create_table("lines", { column("line", "text"), column("no", "integer", { identity = { "always" }, primary_key = true }) })
	copy_file("lines", "../data/lines.csv", { columns = { "line" } })
end
