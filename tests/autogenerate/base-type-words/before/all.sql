CREATE TYPE b;
CREATE FUNCTION b_in(cstring) RETURNS b LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION b_out(b) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE b (INPUT = b_in, OUTPUT = public.b_out, STORAGE = external, DELIMITER = ';');
CREATE TYPE c;
CREATE FUNCTION c_in(cstring) RETURNS c LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION c_out(c) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE c (INPUT = c_in, OUTPUT = c_out, STORAGE = external);
