revision { id = "a3", parent = "a2", message = "names, in SQL", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "billing"
	execute [[ALTER TYPE mood RENAME TO feeling]]
	execute [[ALTER TYPE feeling SET SCHEMA billing]]
	execute [[ALTER TYPE billing.feeling SET SCHEMA billing]]
	execute [[COMMENT ON TYPE billing.feeling IS NULL]]
	execute [[DROP TYPE IF EXISTS "Odd", nothing]]
end
