revision  a1 (head)
parent    <base>
message   indexes made anew
created   2026-11-23T02:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:5
CREATE TABLE app.t (
  a integer NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (a)
);

-- migrations/versions/a1.lua:6, outside of a transaction
REINDEX TABLE CONCURRENTLY app.t;

-- migrations/versions/a1.lua:7, outside of a transaction
REINDEX INDEX CONCURRENTLY app.t_pkey;

-- migrations/versions/a1.lua:8, outside of a transaction
REINDEX SCHEMA CONCURRENTLY app;

-- migrations/versions/a1.lua:9
REINDEX TABLE app.t;

downgrade (derived)

-- migrations/versions/a1.lua:5, loses data
DROP TABLE app.t;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;
