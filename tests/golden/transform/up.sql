revision  a1
parent    <base>
message   transforms
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE SCHEMA app;

-- migrations/versions/a.lua:5
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a.lua:7
CREATE TYPE app.pair AS (a int, b int);

-- migrations/versions/a.lua:8
CREATE FUNCTION app.mood_in(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'numeric_avg_serialize';

-- migrations/versions/a.lua:9
CREATE FUNCTION "Mood Out"(internal) RETURNS mood LANGUAGE internal STABLE AS 'enum_recv';

-- migrations/versions/a.lua:10
CREATE TRANSFORM FOR mood LANGUAGE plpgsql (FROM SQL WITH FUNCTION app.mood_in(internal), TO SQL WITH FUNCTION "Mood Out"(internal));

-- migrations/versions/a.lua:11
CREATE OR REPLACE TRANSFORM FOR app.pair LANGUAGE sql (FROM SQL WITH FUNCTION app.mood_in(internal));

-- migrations/versions/a.lua:12
COMMENT ON TRANSFORM FOR mood LANGUAGE plpgsql IS 'as a number';

-- migrations/versions/a.lua:13
CREATE FUNCTION cheer(mood) RETURNS int TRANSFORM FOR TYPE mood LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;

downgrade (derived)

-- migrations/versions/a.lua:13
DROP FUNCTION cheer(mood);

-- migrations/versions/a.lua:12
COMMENT ON TRANSFORM FOR mood LANGUAGE plpgsql IS NULL;

-- migrations/versions/a.lua:11
DROP TRANSFORM FOR app.pair LANGUAGE sql;

-- migrations/versions/a.lua:10
DROP TRANSFORM FOR mood LANGUAGE plpgsql;

-- migrations/versions/a.lua:9
DROP FUNCTION "Mood Out"(internal);

-- migrations/versions/a.lua:8
DROP FUNCTION app.mood_in(internal);

-- migrations/versions/a.lua:7
DROP TYPE app.pair;

-- migrations/versions/a.lua:5
DROP TYPE mood;

-- migrations/versions/a.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   replaced
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:5
CREATE OR REPLACE TRANSFORM FOR mood LANGUAGE plpgsql (FROM SQL WITH FUNCTION app.mood_in(internal));

-- migrations/versions/b.lua:6
DROP FUNCTION "Mood Out"(internal);

-- migrations/versions/b.lua:7
ALTER FUNCTION app.mood_in(internal) RENAME TO mood_into;

-- migrations/versions/b.lua:8
ALTER TYPE app.pair RENAME TO couple;

-- migrations/versions/b.lua:9
ALTER TYPE app.couple SET SCHEMA public;

-- migrations/versions/b.lua:10
COMMENT ON TRANSFORM FOR couple LANGUAGE sql IS 'both';

-- migrations/versions/b.lua:11
DROP TRANSFORM IF EXISTS FOR text LANGUAGE plpgsql;

downgrade (derived)

-- migrations/versions/b.lua:10
COMMENT ON TRANSFORM FOR couple LANGUAGE sql IS NULL;

-- migrations/versions/b.lua:9
ALTER TYPE couple SET SCHEMA app;

-- migrations/versions/b.lua:8
ALTER TYPE app.couple RENAME TO pair;

-- migrations/versions/b.lua:7
ALTER FUNCTION app.mood_into(internal) RENAME TO mood_in;

-- migrations/versions/b.lua:6
CREATE FUNCTION "Mood Out"(internal) RETURNS mood LANGUAGE internal STABLE AS 'enum_recv';

-- migrations/versions/b.lua:5
CREATE OR REPLACE TRANSFORM FOR mood LANGUAGE plpgsql (FROM SQL WITH FUNCTION app.mood_in(internal), TO SQL WITH FUNCTION "Mood Out"(internal));

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4
DROP TRANSFORM FOR couple LANGUAGE sql;

-- migrations/versions/c.lua:5
DROP FUNCTION app.mood_into(internal) CASCADE;

downgrade (derived)

-- migrations/versions/c.lua:5
CREATE FUNCTION app.mood_into(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'numeric_avg_serialize';

-- migrations/versions/c.lua:5
CREATE TRANSFORM FOR mood LANGUAGE plpgsql (FROM SQL WITH FUNCTION app.mood_into(internal));

-- migrations/versions/c.lua:5
CREATE FUNCTION cheer(mood) RETURNS int TRANSFORM FOR TYPE mood LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;

-- migrations/versions/c.lua:5
COMMENT ON TRANSFORM FOR mood LANGUAGE plpgsql IS 'as a number';

-- migrations/versions/c.lua:4
CREATE TRANSFORM FOR couple LANGUAGE sql (FROM SQL WITH FUNCTION app.mood_into(internal));

-- migrations/versions/c.lua:4
COMMENT ON TRANSFORM FOR couple LANGUAGE sql IS 'both';
