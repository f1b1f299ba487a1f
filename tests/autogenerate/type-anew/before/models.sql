CREATE TYPE pair AS (x integer, y integer);
CREATE TYPE span AS RANGE (subtype = integer);
CREATE TABLE p (id bigint PRIMARY KEY, pair pair, span span);
