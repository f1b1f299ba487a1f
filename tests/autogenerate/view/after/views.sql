CREATE VIEW body_changes AS SELECT id, name FROM users WHERE age > 21;
CREATE VIEW columns_added AS SELECT id, name FROM users;
CREATE VIEW columns_gone AS SELECT id FROM users;
CREATE VIEW of_altered AS SELECT id, age FROM users;
CREATE VIEW of_view AS SELECT id FROM of_altered WHERE age > 3;
CREATE VIEW fresh AS SELECT id FROM of_view;
CREATE VIEW of_gone_column AS SELECT id FROM users;
CREATE VIEW respelled AS
	select  id, name -- what it is
	FROM users
	WHERE (age > 18) ;
CREATE VIEW options_change AS SELECT id FROM users;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM users WHERE age > 3;
CREATE UNIQUE INDEX counted_n ON counted (n);
CREATE MATERIALIZED VIEW kept_cache AS SELECT age, count(*) AS n FROM users GROUP BY age;
CREATE INDEX kept_cache_n ON kept_cache (n DESC);
COMMENT ON VIEW of_view IS 'views of views';
