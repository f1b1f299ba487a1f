revision {
  id = "a0de00000001",
  parent = nil,
  message = "What ALTER INDEX takes for an index, and more",
}

function upgrade()
  execute [[
    CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, n int);
    CREATE TABLE of_query AS SELECT 1 AS one;
    CREATE VIEW v AS SELECT id FROM t;
    CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
    CREATE SEQUENCE q;
    CREATE SEQUENCE q2;
    CREATE TYPE mood AS ENUM ('sad', 'ok');
    CREATE SCHEMA s;
  ]]
end

function downgrade()
  execute [[
    DROP SCHEMA s;
    DROP TYPE mood;
    DROP SEQUENCE q, q2;
    DROP MATERIALIZED VIEW m;
    DROP VIEW v;
    DROP TABLE of_query, t;
  ]]
end
