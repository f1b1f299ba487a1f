DO $$
BEGIN
	CREATE ROLE golden_alice;
	CREATE ROLE "Golden bob";
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
