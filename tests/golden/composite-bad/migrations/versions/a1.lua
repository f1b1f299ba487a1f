revision { id = "a1", parent = nil, message = "composite types", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE TYPE mood AS ENUM ('sad', 'happy')"
	execute "CREATE TYPE pair AS (aa int, bb int)"
	execute "CREATE TYPE outer_pair AS (p pair[], m mood)"
	execute "CREATE TYPE shape AS (id int)"
	execute "CREATE TABLE t (id int, o outer_pair)"
	execute "CREATE TABLE typed OF shape"
	execute "CREATE FUNCTION f(r shape) RETURNS int LANGUAGE sql AS 'SELECT 1'"
	execute "CREATE SEQUENCE s"

	execute "CREATE TYPE pair AS (a int)"
	execute "CREATE TYPE t AS (a int)"
	execute "CREATE TYPE s AS (a int)"
	execute "CREATE TYPE nosuch.n AS (a int)"
	execute "CREATE TYPE m AS (a nothing)"
	execute [[
		CREATE TYPE n AS (
			a int,
			a text,
			b text COLLATE "C",
			c serial,
			d int COLLATE "C",
			e record
		)]]
	execute "ALTER TYPE nosuch ADD ATTRIBUTE a int"
	execute "ALTER TYPE mood ADD ATTRIBUTE a int"
	execute "ALTER TYPE pair ADD ATTRIBUTE aa int"
	execute "ALTER TYPE pair ADD ATTRIBUTE c nosuch"
	execute "ALTER TYPE pair ADD ATTRIBUTE c pair[]"
	execute "ALTER TYPE pair ADD ATTRIBUTE c outer_pair"
	execute "ALTER TYPE pair DROP ATTRIBUTE ab"
	execute "ALTER TYPE pair ALTER ATTRIBUTE aa TYPE bigint"
	execute "ALTER TYPE pair ALTER ATTRIBUTE nosuch TYPE bigint"
	execute "ALTER TYPE pair RENAME ATTRIBUTE aa TO bb"
	execute "ALTER TYPE pair RENAME ATTRIBUTE ac TO dd"
	execute "ALTER TYPE shape ADD ATTRIBUTE a int"
	execute "ALTER TYPE shape RENAME ATTRIBUTE id TO a"
	execute "ALTER TYPE pair RENAME TO mood"
	execute "ALTER TYPE pair RENAME TO t"
	execute "ALTER TYPE pair SET SCHEMA nosuch"
	execute "COMMENT ON COLUMN pair.zz IS 'x'"
	execute "COMMENT ON TYPE nosuch IS 'x'"
	execute "DROP TYPE pair"
	execute "DROP TYPE mood"
	execute "DROP TYPE shape"
	execute "DROP TYPE nosuch"
	execute "DROP TYPE t"
end
