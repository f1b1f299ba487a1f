revision { id = "a2", parent = "a1", message = "replaced", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE OR REPLACE TRANSFORM FOR mood LANGUAGE plpgsql (FROM SQL WITH FUNCTION app.mood_in(internal));
		DROP FUNCTION "Mood Out"(internal);
		ALTER FUNCTION app.mood_in(internal) RENAME TO mood_into;
		ALTER TYPE app.pair RENAME TO couple;
		ALTER TYPE app.couple SET SCHEMA public;
		COMMENT ON TRANSFORM FOR couple LANGUAGE sql IS 'both';
		DROP TRANSFORM IF EXISTS FOR text LANGUAGE plpgsql;
	]]
end
