DO $$ BEGIN CREATE ROLE golden_owner; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
