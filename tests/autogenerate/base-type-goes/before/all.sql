CREATE DOMAIN part AS integer;
CREATE TYPE packed;
CREATE FUNCTION packed_in(cstring) RETURNS packed LANGUAGE internal STRICT IMMUTABLE AS 'int4in';
CREATE FUNCTION packed_out(packed) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'int4out';
CREATE FUNCTION packed_bounds(cstring[]) RETURNS integer LANGUAGE internal STRICT IMMUTABLE AS 'varchartypmodin';
CREATE TYPE packed (INPUT = packed_in, OUTPUT = packed_out, TYPMOD_IN = packed_bounds, INTERNALLENGTH = 16, ELEMENT = part);
