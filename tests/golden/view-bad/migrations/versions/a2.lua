revision { id = "a2", parent = "a1", message = "what is refused", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "CREATE VIEW v AS SELECT 1 AS one"
	execute "CREATE VIEW users AS SELECT 1 AS one"
	execute "CREATE VIEW x1 AS SELECT emial FROM users"
	execute "CREATE VIEW x2 AS SELECT id, id FROM users"
	execute "CREATE VIEW x3 AS SELECT id FROM userz"
	execute "CREATE VIEW nosuch.x4 AS SELECT 1 AS one"
	execute "CREATE OR REPLACE VIEW v AS SELECT id FROM users"
	execute "CREATE OR REPLACE VIEW v AS SELECT email, id FROM users"
	execute "CREATE OR REPLACE VIEW v AS SELECT id, 5::integer AS email FROM users"
	drop_column("users", "email")
	drop_table("users")
	alter_column("users", "email", { type = "varchar(10)" })
	execute "DROP VIEW v"
	execute "DROP VIEW users"
	execute "DROP TABLE v"
	execute "DROP VIEW nosuch"
	execute "ALTER VIEW v RENAME TO w"
	execute "ALTER VIEW v SET SCHEMA nosuch"
	execute "COMMENT ON COLUMN v.emial IS 'x'"
end
