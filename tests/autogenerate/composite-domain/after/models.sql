CREATE DOMAIN d AS date CHECK (VALUE > '2001-01-01');
CREATE TYPE p AS (n integer, d d);
CREATE TABLE t (id bigint PRIMARY KEY, p p);
