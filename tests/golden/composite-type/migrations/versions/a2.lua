revision { id = "a2", parent = "a1", message = "altered", created = "2026-11-22T15:11:00Z" }

function upgrade()
	execute "ALTER TYPE pair ADD ATTRIBUTE c text, ADD ATTRIBUTE d mood"
	execute "ALTER TYPE pair DROP ATTRIBUTE IF EXISTS nothing, DROP ATTRIBUTE b"
	execute 'ALTER TYPE pair RENAME ATTRIBUTE "Odd name" TO even'
	execute "COMMENT ON COLUMN pair.even IS 'even'"
	execute "CREATE TYPE free AS (x int, y text)"
	execute [[ALTER TYPE free ALTER ATTRIBUTE x TYPE bigint, ALTER ATTRIBUTE y SET DATA TYPE varchar(5) COLLATE "C", DROP ATTRIBUTE IF EXISTS z]]
	execute "ALTER TYPE shape ADD ATTRIBUTE more bigint CASCADE"
	execute "ALTER TYPE shape RENAME ATTRIBUTE what TO why CASCADE"
	execute "ALTER TYPE shape ALTER ATTRIBUTE why TYPE varchar(30) CASCADE"
	create_index("typed", { "why" })
end
