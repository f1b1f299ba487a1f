revision  a (head)
parent    <base>
message   what some servers get and others do not
created   
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:3
CREATE TABLE common (i int);

-- migrations/versions/a.lua:4, before PostgreSQL 16
CREATE TABLE old (i int);

-- migrations/versions/a.lua:5, since PostgreSQL 16
CREATE TABLE new (i int);

-- migrations/versions/a.lua:5, since PostgreSQL 16
COMMENT ON TABLE new IS 'of 16';

-- migrations/versions/a.lua:6, since PostgreSQL 14, before PostgreSQL 18
CREATE TABLE between (i int);

-- migrations/versions/a.lua:7, outside of a transaction, since PostgreSQL 16
CREATE INDEX CONCURRENTLY common_i ON common (i);

-- migrations/versions/a.lua:8, since PostgreSQL 16
ALTER TABLE common ALTER i SET STORAGE DEFAULT;

-- migrations/versions/a.lua:9, before PostgreSQL 16
UPDATE common SET i = 1;

-- migrations/versions/a.sql:1, since PostgreSQL 17
CREATE VIEW newest AS SELECT i FROM common;

downgrade (derived)

-- migrations/versions/a.sql:1, since PostgreSQL 17
DROP VIEW newest;

-- migrations/versions/a.lua:9, before PostgreSQL 16
UPDATE common SET i = NULL;

-- migrations/versions/a.lua:7, outside of a transaction, since PostgreSQL 16
DROP INDEX CONCURRENTLY common_i;

-- migrations/versions/a.lua:6, loses data, since PostgreSQL 14, before PostgreSQL 18
DROP TABLE "between";

-- migrations/versions/a.lua:5, since PostgreSQL 16
COMMENT ON TABLE new IS NULL;

-- migrations/versions/a.lua:5, loses data, since PostgreSQL 16
DROP TABLE new;

-- migrations/versions/a.lua:4, loses data, before PostgreSQL 16
DROP TABLE old;

-- migrations/versions/a.lua:3, loses data
DROP TABLE common;
