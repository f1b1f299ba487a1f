DO $$ BEGIN CREATE ROLE "golden app"; EXCEPTION WHEN duplicate_object THEN END $$;
CREATE TABLE there (c int, d text);
