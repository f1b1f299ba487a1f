revision  a1
parent    <base>
message   an enum under views, a policy, a rule and a trigger
created   2026-11-29T20:15:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a1.lua:5
CREATE TABLE people (
  id integer NOT NULL,
  mood mood DEFAULT 'ok',
  other mood,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:7
CREATE VIEW moods AS SELECT id, mood FROM people;

-- migrations/versions/a1.lua:8
CREATE VIEW glum AS SELECT p.id, m.mood FROM moods m JOIN people p USING (id) WHERE p.mood = 'sad';

-- migrations/versions/a1.lua:9
CREATE VIEW pairs AS SELECT g.mood AS a, m.mood AS b FROM glum g, moods m;

-- migrations/versions/a1.lua:10
CREATE VIEW apart AS SELECT 'ok'::mood AS m;

-- migrations/versions/a1.lua:11
CREATE MATERIALIZED VIEW kept AS SELECT id, mood FROM moods;

-- migrations/versions/a1.lua:12
CREATE UNIQUE INDEX ON kept (id);

-- migrations/versions/a1.lua:13
COMMENT ON INDEX kept_id_idx IS 'its index';

-- migrations/versions/a1.lua:14
CREATE VIEW beside AS SELECT id FROM people;

-- migrations/versions/a1.lua:15
COMMENT ON VIEW moods IS 'who feels how';

-- migrations/versions/a1.lua:16
COMMENT ON COLUMN pairs.a IS 'theirs';

-- migrations/versions/a1.lua:17
GRANT SELECT ON pairs TO PUBLIC;

-- migrations/versions/a1.lua:18
ALTER VIEW moods ALTER mood SET DEFAULT 'ok';

-- migrations/versions/a1.lua:19
CREATE FUNCTION cheer() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

-- migrations/versions/a1.lua:20
CREATE TRIGGER cheer BEFORE UPDATE OF mood ON people FOR EACH ROW WHEN (NEW.mood = 'sad') EXECUTE FUNCTION cheer();

-- migrations/versions/a1.lua:21
ALTER TABLE people DISABLE TRIGGER cheer;

-- migrations/versions/a1.lua:22
CREATE TRIGGER instead INSTEAD OF INSERT ON moods FOR EACH ROW EXECUTE FUNCTION cheer();

-- migrations/versions/a1.lua:23
CREATE POLICY ours ON people USING (mood = 'ok');

-- migrations/versions/a1.lua:24
CREATE RULE nobody AS ON DELETE TO people WHERE OLD.mood = 'ok' DO INSTEAD NOTHING;

-- migrations/versions/a1.lua:25
CREATE PUBLICATION told FOR TABLE people (id, mood);

downgrade (derived)

-- migrations/versions/a1.lua:25
DROP PUBLICATION told;

-- migrations/versions/a1.lua:24
DROP RULE nobody ON people;

-- migrations/versions/a1.lua:23
DROP POLICY ours ON people;

-- migrations/versions/a1.lua:22
DROP TRIGGER instead ON moods;

-- migrations/versions/a1.lua:21
ALTER TABLE people ENABLE TRIGGER cheer;

-- migrations/versions/a1.lua:20
DROP TRIGGER cheer ON people;

-- migrations/versions/a1.lua:19
DROP FUNCTION cheer();

-- migrations/versions/a1.lua:18
ALTER TABLE moods ALTER COLUMN mood DROP DEFAULT;

-- migrations/versions/a1.lua:17
REVOKE SELECT ON TABLE pairs FROM PUBLIC;

-- migrations/versions/a1.lua:16
COMMENT ON COLUMN pairs.a IS NULL;

-- migrations/versions/a1.lua:15
COMMENT ON VIEW moods IS NULL;

-- migrations/versions/a1.lua:14
DROP VIEW beside;

-- migrations/versions/a1.lua:13
COMMENT ON INDEX kept_id_idx IS NULL;

-- migrations/versions/a1.lua:12
DROP INDEX kept_id_idx;

-- migrations/versions/a1.lua:11
DROP MATERIALIZED VIEW kept;

-- migrations/versions/a1.lua:10
DROP VIEW apart;

-- migrations/versions/a1.lua:9
DROP VIEW pairs;

-- migrations/versions/a1.lua:8
DROP VIEW glum;

-- migrations/versions/a1.lua:7
DROP VIEW moods;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE people;

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2
parent    a1
message   a label, which the way down takes again
created   2026-11-29T20:15:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TYPE mood ADD VALUE 'glad';

downgrade (derived)

-- migrations/versions/a2.lua:4
DROP VIEW pairs;

-- migrations/versions/a2.lua:4
DROP VIEW glum;

-- migrations/versions/a2.lua:4
DROP MATERIALIZED VIEW kept;

-- migrations/versions/a2.lua:4
DROP TRIGGER instead ON moods;

-- migrations/versions/a2.lua:4
DROP VIEW moods;

-- migrations/versions/a2.lua:4
DROP TRIGGER cheer ON people;

-- migrations/versions/a2.lua:4
DROP POLICY ours ON people;

-- migrations/versions/a2.lua:4
DROP RULE nobody ON people;

-- migrations/versions/a2.lua:4
DROP PUBLICATION told;

-- migrations/versions/a2.lua:4
DROP VIEW apart;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY people ALTER COLUMN mood DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a2.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a2.lua:4
ALTER TABLE people
  ALTER COLUMN mood TYPE mood USING mood::text::mood,
  ALTER COLUMN other TYPE mood USING other::text::mood;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY people ALTER COLUMN mood SET DEFAULT 'ok';

-- migrations/versions/a2.lua:4
DROP TYPE mood_old;

-- migrations/versions/a2.lua:4
CREATE VIEW apart AS SELECT 'ok'::mood AS m;

-- migrations/versions/a2.lua:4
CREATE PUBLICATION told FOR TABLE ONLY people (id, mood);

-- migrations/versions/a2.lua:4
CREATE RULE nobody AS ON DELETE TO people WHERE OLD.mood = 'ok' DO INSTEAD NOTHING;

-- migrations/versions/a2.lua:4
CREATE POLICY ours ON people USING (mood = 'ok');

-- migrations/versions/a2.lua:4
CREATE TRIGGER cheer BEFORE UPDATE OF mood ON people FOR EACH ROW WHEN (NEW.mood = 'sad') EXECUTE FUNCTION cheer();

-- migrations/versions/a2.lua:4
ALTER TABLE people DISABLE TRIGGER cheer;

-- migrations/versions/a2.lua:4
CREATE VIEW moods AS SELECT id, mood FROM people;

-- migrations/versions/a2.lua:4
ALTER TABLE moods ALTER COLUMN mood SET DEFAULT 'ok';

-- migrations/versions/a2.lua:4
COMMENT ON VIEW moods IS 'who feels how';

-- migrations/versions/a2.lua:4
CREATE TRIGGER instead INSTEAD OF INSERT ON moods FOR EACH ROW EXECUTE FUNCTION cheer();

-- migrations/versions/a2.lua:4
CREATE MATERIALIZED VIEW kept AS SELECT id, mood FROM moods;

-- migrations/versions/a2.lua:4
CREATE UNIQUE INDEX kept_id_idx ON kept (id);

-- migrations/versions/a2.lua:4
COMMENT ON INDEX kept_id_idx IS 'its index';

-- migrations/versions/a2.lua:4
CREATE VIEW glum AS SELECT p.id, m.mood FROM moods m JOIN people p USING (id) WHERE p.mood = 'sad';

-- migrations/versions/a2.lua:4
CREATE VIEW pairs AS SELECT g.mood AS a, m.mood AS b FROM glum g, moods m;

-- migrations/versions/a2.lua:4
GRANT SELECT ON TABLE pairs TO PUBLIC;

-- migrations/versions/a2.lua:4
COMMENT ON COLUMN pairs.a IS 'theirs';

revision  a3 (head)
parent    a2
message   by hand
created   2026-11-29T20:15:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP VIEW pairs;

-- migrations/versions/a3.lua:4
DROP VIEW glum;

-- migrations/versions/a3.lua:4
DROP MATERIALIZED VIEW kept;

-- migrations/versions/a3.lua:4
DROP TRIGGER instead ON moods;

-- migrations/versions/a3.lua:4
DROP VIEW moods;

-- migrations/versions/a3.lua:4
DROP TRIGGER cheer ON people;

-- migrations/versions/a3.lua:4
DROP POLICY ours ON people;

-- migrations/versions/a3.lua:4
DROP RULE nobody ON people;

-- migrations/versions/a3.lua:4
DROP PUBLICATION told;

-- migrations/versions/a3.lua:4
DROP VIEW apart;

-- migrations/versions/a3.lua:4
ALTER TABLE ONLY people ALTER COLUMN mood DROP DEFAULT;

-- migrations/versions/a3.lua:4
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a3.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a3.lua:4
ALTER TABLE people
  ALTER COLUMN mood TYPE mood USING mood::text::mood,
  ALTER COLUMN other TYPE mood USING other::text::mood;

-- migrations/versions/a3.lua:4
ALTER TABLE ONLY people ALTER COLUMN mood SET DEFAULT 'ok';

-- migrations/versions/a3.lua:4
DROP TYPE mood_old;

-- migrations/versions/a3.lua:4
CREATE VIEW apart AS SELECT 'ok'::mood AS m;

-- migrations/versions/a3.lua:4
CREATE PUBLICATION told FOR TABLE ONLY people (id, mood);

-- migrations/versions/a3.lua:4
CREATE RULE nobody AS ON DELETE TO people WHERE OLD.mood = 'ok' DO INSTEAD NOTHING;

-- migrations/versions/a3.lua:4
CREATE POLICY ours ON people USING (mood = 'ok');

-- migrations/versions/a3.lua:4
CREATE TRIGGER cheer BEFORE UPDATE OF mood ON people FOR EACH ROW WHEN (NEW.mood = 'sad') EXECUTE FUNCTION cheer();

-- migrations/versions/a3.lua:4
ALTER TABLE people DISABLE TRIGGER cheer;

-- migrations/versions/a3.lua:4
CREATE VIEW moods AS SELECT id, mood FROM people;

-- migrations/versions/a3.lua:4
ALTER TABLE moods ALTER COLUMN mood SET DEFAULT 'ok';

-- migrations/versions/a3.lua:4
COMMENT ON VIEW moods IS 'who feels how';

-- migrations/versions/a3.lua:4
CREATE TRIGGER instead INSTEAD OF INSERT ON moods FOR EACH ROW EXECUTE FUNCTION cheer();

-- migrations/versions/a3.lua:4
CREATE MATERIALIZED VIEW kept AS SELECT id, mood FROM moods;

-- migrations/versions/a3.lua:4
CREATE UNIQUE INDEX kept_id_idx ON kept (id);

-- migrations/versions/a3.lua:4
COMMENT ON INDEX kept_id_idx IS 'its index';

-- migrations/versions/a3.lua:4
CREATE VIEW glum AS SELECT p.id, m.mood FROM moods m JOIN people p USING (id) WHERE p.mood = 'sad';

-- migrations/versions/a3.lua:4
CREATE VIEW pairs AS SELECT g.mood AS a, m.mood AS b FROM glum g, moods m;

-- migrations/versions/a3.lua:4
GRANT SELECT ON TABLE pairs TO PUBLIC;

-- migrations/versions/a3.lua:4
COMMENT ON COLUMN pairs.a IS 'theirs';

downgrade (derived)

-- migrations/versions/a3.lua:4
ALTER TYPE mood ADD VALUE 'glad' AFTER 'ok';
