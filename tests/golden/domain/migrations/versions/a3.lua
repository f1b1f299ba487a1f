revision { id = "a3", parent = "a2", message = "validated", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER DOMAIN email VALIDATE CONSTRAINT lower;
		ALTER DOMAIN email DROP DEFAULT;
		ALTER DOMAIN evens ADD CHECK (VALUE < 1000);
		ALTER TYPE evens RENAME TO even;
	]]
	alter_column("users", "n", { type = "bigint" })
end
