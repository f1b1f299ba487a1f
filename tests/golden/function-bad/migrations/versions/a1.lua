revision { id = "a1", message = "what is refused", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text") })
	execute "CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'"
	execute "CREATE VIEW v AS SELECT f(1) AS one"
	execute "CREATE FUNCTION g() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT email FROM users; END"
	execute "CREATE FUNCTION f(b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'"
	execute "CREATE OR REPLACE FUNCTION f(a integer) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'"
	execute "CREATE OR REPLACE FUNCTION f(b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'"
	execute "CREATE FUNCTION h(a moood) RETURNS integer LANGUAGE sql AS 'SELECT 1'"
	execute "CREATE FUNCTION i() RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM userz)"
	execute "DROP FUNCTION f(integer)"
	execute "DROP FUNCTION nosuch()"
	execute "DROP FUNCTION f(text)"
	execute "ALTER FUNCTION f(text) IMMUTABLE"
	drop_column("users", "email")
	execute "SELECT ff(1)"
end
