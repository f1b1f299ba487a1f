CREATE TYPE pair AS (x integer, y bigint, z integer);
CREATE TYPE span AS RANGE (subtype = bigint);
CREATE TABLE p (id bigint PRIMARY KEY, pair pair, span span);
