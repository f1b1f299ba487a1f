DO $$ BEGIN IF to_regrole('elements_owner') IS NULL THEN CREATE ROLE elements_owner; END IF; END $$
