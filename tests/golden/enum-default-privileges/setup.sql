DO $$
BEGIN
	CREATE ROLE golden_reader;
	CREATE ROLE golden_writer;
	CREATE ROLE "Golden owner";
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
