CREATE SCHEMA s;
CREATE FUNCTION s.b_out(s.b) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION s.b_in(cstring) RETURNS s.b LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE TYPE pair AS (a integer, b s.b);
CREATE FUNCTION takes(s.b) RETURNS integer LANGUAGE sql AS 'SELECT 1';
