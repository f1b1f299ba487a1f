CREATE TYPE pair AS (x integer, y bigint, z integer);
CREATE TYPE used AS (x integer, y integer, z text);
CREATE TYPE span AS RANGE (subtype = bigint);
CREATE TABLE p (id bigint PRIMARY KEY, used used);
