CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE CAST (mood AS integer) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (mood AS integer) IS 'of no use';
CREATE FUNCTION number(mood) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1::bigint';
CREATE CAST (mood AS bigint) WITH FUNCTION number(mood);
CREATE TABLE t (m mood);
CREATE VIEW v AS SELECT m::bigint AS n FROM t;
