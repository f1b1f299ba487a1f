revision { id = "a1", message = "foreign tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("here", { column("id", "bigint", { primary_key = true }) })
	execute "CREATE FOREIGN DATA WRAPPER w"
	execute "CREATE SERVER far FOREIGN DATA WRAPPER w"
	execute "CREATE FOREIGN TABLE users (id integer, name text) SERVER far OPTIONS (a 'b')"
	execute "CREATE FOREIGN TABLE x (id integer PRIMARY KEY) SERVER far"
	execute "CREATE FOREIGN TABLE x (id integer REFERENCES here) SERVER far"
	execute "CREATE FOREIGN TABLE x (LIKE here) SERVER far"
	execute "CREATE FOREIGN TABLE x (id integer) SERVER near"
	execute "CREATE FOREIGN TABLE x (id integer) SERVER far OPTIONS (a 'b', a 'c')"
	execute "CREATE TABLE x (id integer OPTIONS (a 'b'))"
	create_index("users", { "id" })
	create_unique_constraint("users", { "id" })
	create_foreign_key("here", { "id" }, "users", { "id" })
	drop_table "users"
	rename_table("user", "people")
	alter_table("users", { unlogged = true })
	comment_on("table users", "no table")
	comment_on("foreign table here", "no foreign table")
	execute "DROP FOREIGN TABLE here"
	execute "ALTER FOREIGN TABLE here RENAME TO there"
	execute "ALTER FOREIGN TABLE here ADD name text"
	execute "ALTER FOREIGN TABLE users OPTIONS (ADD a 'c')"
	execute "ALTER FOREIGN TABLE users OPTIONS (DROP c)"
	execute "ALTER FOREIGN TABLE users ALTER nam OPTIONS (a 'b')"
	execute "ALTER TABLE here OPTIONS (a 'b')"
	execute "CREATE POLICY p ON users"
	execute "CREATE PUBLICATION p FOR TABLE users"
	execute "DROP SERVER far"
	execute "IMPORT FOREIGN SCHEMA a FROM SERVER near INTO public"
end
