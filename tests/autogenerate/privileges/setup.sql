DO $$ BEGIN CREATE ROLE grant_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE grant_writer; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
