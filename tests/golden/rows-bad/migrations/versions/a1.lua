revision { id = "a1", message = "tables", irreversible = "a test", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("mood", { "sad", "ok" })
	for i = 1, 12 do
		create_table("t" .. i, {
			column("id", "bigint", { identity = { "always" }, primary_key = true }),
			column("name", "text", { not_null = true }),
			column("code", "text", { unique = true }),
			column("mood", "mood"),
			column("n", "integer"),
			column("double", "integer", { generated = "n * 2" }),
		})
	end
	create_table("triggered", { column("filled", "text", { not_null = true }) })
	execute [[CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.filled := 1; RETURN NEW; END']]
	execute [[CREATE TRIGGER fill BEFORE INSERT ON triggered FOR EACH ROW EXECUTE FUNCTION fill()]]
end
