revision { id = "a1", message = "an enum under views, a policy, a rule and a trigger", created = "2026-11-29T20:15:00Z" }

function upgrade()
	create_enum("mood", { "sad", "ok" })
	create_table("people", { column("id", "integer", { primary_key = true }), column("mood", "mood", { default = "ok" }), column("other", "mood") })
	execute [[
		CREATE VIEW moods AS SELECT id, mood FROM people;
		CREATE VIEW glum AS SELECT p.id, m.mood FROM moods m JOIN people p USING (id) WHERE p.mood = 'sad';
		CREATE VIEW pairs AS SELECT g.mood AS a, m.mood AS b FROM glum g, moods m;
		CREATE VIEW apart AS SELECT 'ok'::mood AS m;
		CREATE MATERIALIZED VIEW kept AS SELECT id, mood FROM moods;
		CREATE UNIQUE INDEX ON kept (id);
		COMMENT ON INDEX kept_id_idx IS 'its index';
		CREATE VIEW beside AS SELECT id FROM people;
		COMMENT ON VIEW moods IS 'who feels how';
		COMMENT ON COLUMN pairs.a IS 'theirs';
		GRANT SELECT ON pairs TO PUBLIC;
		ALTER VIEW moods ALTER mood SET DEFAULT 'ok';
		CREATE FUNCTION cheer() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
		CREATE TRIGGER cheer BEFORE UPDATE OF mood ON people FOR EACH ROW WHEN (NEW.mood = 'sad') EXECUTE FUNCTION cheer();
		ALTER TABLE people DISABLE TRIGGER cheer;
		CREATE TRIGGER instead INSTEAD OF INSERT ON moods FOR EACH ROW EXECUTE FUNCTION cheer();
		CREATE POLICY ours ON people USING (mood = 'ok');
		CREATE RULE nobody AS ON DELETE TO people WHERE OLD.mood = 'ok' DO INSTEAD NOTHING;
		CREATE PUBLICATION told FOR TABLE people (id, mood);
	]]
end
