revision  a1
parent    <base>
message   materialized views with indexes
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  name text,
  team integer,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:10
CREATE MATERIALIZED VIEW teams AS SELECT team, count(*) AS n, min(name) AS first FROM users GROUP BY team;

-- migrations/versions/a1.lua:11
CREATE MATERIALIZED VIEW names AS SELECT lower(name) AS name FROM users WITH NO DATA;

-- migrations/versions/a1.lua:12
CREATE UNIQUE INDEX teams_team ON teams (team);

-- migrations/versions/a1.lua:13
CREATE INDEX ON teams (lower(first) DESC) WHERE n > 1;

-- migrations/versions/a1.lua:14
COMMENT ON INDEX teams_team IS 'one of each';

-- migrations/versions/a1.lua:15
ALTER MATERIALIZED VIEW teams CLUSTER ON teams_team;

-- migrations/versions/a1.lua:17
CREATE UNIQUE INDEX names_name ON names (name);

downgrade (derived)

-- migrations/versions/a1.lua:17
DROP INDEX names_name;

-- migrations/versions/a1.lua:15
ALTER TABLE teams SET WITHOUT CLUSTER;

-- migrations/versions/a1.lua:14
COMMENT ON INDEX teams_team IS NULL;

-- migrations/versions/a1.lua:13
DROP INDEX teams_lower_idx;

-- migrations/versions/a1.lua:12
DROP INDEX teams_team;

-- migrations/versions/a1.lua:11
DROP MATERIALIZED VIEW names;

-- migrations/versions/a1.lua:10
DROP MATERIALIZED VIEW teams;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   they are altered
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
REFRESH MATERIALIZED VIEW names;

-- migrations/versions/a2.lua:6
REFRESH MATERIALIZED VIEW CONCURRENTLY names;

-- migrations/versions/a2.lua:7
ALTER MATERIALIZED VIEW teams SET (fillfactor = 70);

-- migrations/versions/a2.lua:8
ALTER MATERIALIZED VIEW teams ALTER COLUMN n SET STATISTICS 500, ALTER first SET STORAGE EXTERNAL;

-- migrations/versions/a2.lua:9
ALTER INDEX teams_team RENAME TO teams_key;

-- migrations/versions/a2.lua:10
ALTER MATERIALIZED VIEW teams RENAME COLUMN first TO least;

-- migrations/versions/a2.lua:11
ALTER MATERIALIZED VIEW teams SET WITHOUT CLUSTER;

-- migrations/versions/a2.lua:12
DROP INDEX teams_lower_idx;

-- migrations/versions/a2.lua:14
ALTER TABLE names RENAME TO called;

-- migrations/versions/a2.lua:15
DROP INDEX names_name;

downgrade (derived)

-- migrations/versions/a2.lua:15
CREATE UNIQUE INDEX names_name ON called (name);

-- migrations/versions/a2.lua:14
ALTER MATERIALIZED VIEW called RENAME TO names;

-- migrations/versions/a2.lua:12
CREATE INDEX teams_lower_idx ON teams (lower("least") DESC) WHERE (n > 1);

-- migrations/versions/a2.lua:11
ALTER TABLE teams CLUSTER ON teams_key;

-- migrations/versions/a2.lua:10
ALTER TABLE teams RENAME COLUMN "least" TO first;

-- migrations/versions/a2.lua:9
ALTER INDEX teams_key RENAME TO teams_team;

-- migrations/versions/a2.lua:8
ALTER TABLE teams ALTER COLUMN n SET STATISTICS -1;

-- migrations/versions/a2.lua:8
ALTER TABLE teams ALTER COLUMN first SET STORAGE extended;

-- migrations/versions/a2.lua:7
ALTER TABLE teams RESET (fillfactor);

-- migrations/versions/a2.lua:5
REFRESH MATERIALIZED VIEW names WITH NO DATA;

revision  a3
parent    a2
message   an index is built beside
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4, outside of a transaction
CREATE INDEX CONCURRENTLY called_name_idx ON called (name);

-- migrations/versions/a3.lua:5, outside of a transaction
CREATE INDEX CONCURRENTLY teams_n ON teams (n);

downgrade (derived)

-- migrations/versions/a3.lua:5, outside of a transaction
DROP INDEX CONCURRENTLY teams_n;

-- migrations/versions/a3.lua:4, outside of a transaction
DROP INDEX CONCURRENTLY called_name_idx;

revision  a4 (head)
parent    a3
message   they go, and come back with all they had
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4, loses data
ALTER TABLE users DROP COLUMN name CASCADE;

downgrade (derived)

-- migrations/versions/a4.lua:4
ALTER TABLE users ADD COLUMN name text;

-- migrations/versions/a4.lua:4
CREATE MATERIALIZED VIEW called AS SELECT lower(name) AS name FROM users WITH NO DATA;

-- migrations/versions/a4.lua:4
CREATE MATERIALIZED VIEW teams (team, n, "least") AS SELECT team, count(*) AS n, min(name) AS first FROM users GROUP BY team;

-- migrations/versions/a4.lua:4
CREATE INDEX called_name_idx ON called (name);

-- migrations/versions/a4.lua:4
REFRESH MATERIALIZED VIEW called;

-- migrations/versions/a4.lua:4
ALTER TABLE teams SET (fillfactor = 70);

-- migrations/versions/a4.lua:4
ALTER TABLE teams ALTER COLUMN n SET STATISTICS 500;

-- migrations/versions/a4.lua:4
ALTER TABLE teams ALTER COLUMN "least" SET STORAGE external;

-- migrations/versions/a4.lua:4
CREATE UNIQUE INDEX teams_key ON teams (team);

-- migrations/versions/a4.lua:4
COMMENT ON INDEX teams_key IS 'one of each';

-- migrations/versions/a4.lua:4
CREATE INDEX teams_n ON teams (n);
