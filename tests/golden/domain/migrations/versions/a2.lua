revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER DOMAIN email SET DEFAULT 'a@b';
		ALTER DOMAIN email DROP NOT NULL;
		ALTER DOMAIN email DROP CONSTRAINT email_check;
		ALTER DOMAIN email DROP CONSTRAINT IF EXISTS nosuch;
		ALTER DOMAIN email ADD CONSTRAINT lower CHECK (VALUE = lower(VALUE)) NOT VALID;
		ALTER DOMAIN email RENAME CONSTRAINT short TO brief;
		ALTER DOMAIN feeling DROP DEFAULT;
		ALTER DOMAIN feeling SET NOT NULL;
		ALTER DOMAIN even RENAME TO evens;
		ALTER DOMAIN feeling SET SCHEMA app;
		ALTER FUNCTION is_even(integer) RENAME TO even;
	]]
	rename_enum("mood", "temper")
	execute [[COMMENT ON CONSTRAINT brief ON DOMAIN email IS 'brief']]
end
