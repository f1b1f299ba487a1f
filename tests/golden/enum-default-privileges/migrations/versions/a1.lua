revision { id = "a1", parent = nil, message = "types that roles get", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TYPE before AS ENUM ('x', 'y');
		CREATE TYPE label AS ENUM ('x', 'y');
		ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO golden_reader;
		ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
		CREATE TYPE after AS ENUM ('x', 'y');
		CREATE TYPE taken AS ENUM ('x', 'y');
		REVOKE USAGE ON TYPE taken FROM golden_reader;
		GRANT USAGE ON TYPE taken TO golden_writer;
		SECURITY LABEL ON TYPE label IS 'classified';
		CREATE TABLE t (b before, a after, k taken, l label);
	]]
end
