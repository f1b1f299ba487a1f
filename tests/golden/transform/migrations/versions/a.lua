revision { id = "a1", message = "transforms", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "app"
	create_enum("mood", { "sad", "ok" })
	execute [[
		CREATE TYPE app.pair AS (a int, b int);
		CREATE FUNCTION app.mood_in(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'numeric_avg_serialize';
		CREATE FUNCTION "Mood Out"(internal) RETURNS mood LANGUAGE internal STABLE AS 'enum_recv';
		CREATE TRANSFORM FOR mood LANGUAGE plpgsql (FROM SQL WITH FUNCTION app.mood_in(internal), TO SQL WITH FUNCTION "Mood Out"(internal));
		CREATE OR REPLACE TRANSFORM FOR app.pair LANGUAGE sql (FROM SQL WITH FUNCTION app.mood_in(internal));
		COMMENT ON TRANSFORM FOR mood LANGUAGE plpgsql IS 'as a number';
		CREATE FUNCTION cheer(mood) RETURNS int TRANSFORM FOR TYPE mood LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
	]]
end
