revision { id = "a3", parent = "a2", message = "others, and none", created = "2026-11-29T19:00:00Z" }

function upgrade()
	execute [[
		SECURITY LABEL FOR tester ON TABLE users IS 'another';
		SECURITY LABEL ON COLUMN users.email IS 'said without the provider';
		SECURITY LABEL FOR tester ON COLUMN secret.child.email IS NULL;
		SECURITY LABEL FOR tester ON COLUMN away.a IS 'with the provider';
		SECURITY LABEL ON VIEW v IS NULL;
		SECURITY LABEL ON FUNCTION f(int) IS '';
		SECURITY LABEL ON TYPE pair IS NULL;
		SECURITY LABEL ON COLUMN pair.y IS 'another';
		CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2';
		CREATE OR REPLACE VIEW v AS SELECT id, email, 1 AS more FROM users;
		ALTER TABLE users RENAME TO people;
		ALTER TABLE people RENAME email TO mail;
		ALTER TYPE pair RENAME ATTRIBUTE y TO z;
		ALTER FUNCTION f(int) SET SCHEMA secret;
	]]
	drop_enum_value("kind", "b")
end
