function upgrade()
  execute "DROP VIEW gone"
  execute "DROP VIEW body_changes"
  execute "DROP VIEW columns_gone"
  execute "DROP VIEW of_view"
  execute "DROP VIEW of_gone_column"
  execute "DROP VIEW respelled"
  execute "DROP MATERIALIZED VIEW counted"
  execute "DROP MATERIALIZED VIEW kept_cache"
  -- loses data
  drop_column("users", "role")
  execute "DROP VIEW of_altered"
  alter_column("users", "age", { type = "bigint" })
  execute "CREATE VIEW body_changes AS SELECT id, name FROM users WHERE age > 21"
  execute "CREATE OR REPLACE VIEW columns_added AS SELECT id, name FROM users"
  execute "CREATE VIEW columns_gone AS SELECT id FROM users"
  execute "CREATE VIEW of_altered AS SELECT id, age FROM users"
  execute "CREATE VIEW of_view AS SELECT id FROM of_altered WHERE age > 3"
  execute "CREATE VIEW fresh AS SELECT id FROM of_view"
  execute "CREATE VIEW of_gone_column AS SELECT id FROM users"
  execute [[
CREATE VIEW respelled AS
	select  id, name -- what it is
	FROM users
	WHERE (age > 18)
]]
  execute "CREATE OR REPLACE VIEW options_change AS SELECT id FROM users"
  execute "CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM users WHERE age > 3"
  execute "CREATE MATERIALIZED VIEW kept_cache AS SELECT age, count(*) AS n FROM users GROUP BY age"
  create_index("kept_cache", { { "n", order = "desc" } }, { name = "kept_cache_n" })
  comment_on("view of_view", "views of views")
  create_index("counted", { "n" }, { name = "counted_n", unique = true })
end
