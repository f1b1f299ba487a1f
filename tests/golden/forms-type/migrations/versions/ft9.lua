revision { id = "ft9", parent = "ft8", message = "types that are made of shells", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE TYPE cr;
		CREATE FUNCTION crc(cr) RETURNS cr IMMUTABLE STRICT LANGUAGE internal AS 'int4range_canonical';
		CREATE TYPE cr AS RANGE (SUBTYPE = integer, CANONICAL = crc, SUBTYPE_DIFF = int4range_subdiff);
		CREATE TYPE sh;
		CREATE FUNCTION shi(cstring) RETURNS sh IMMUTABLE STRICT LANGUAGE internal AS 'int4in';
		CREATE FUNCTION sho(sh) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'int4out';
		CREATE FUNCTION shr(internal) RETURNS sh IMMUTABLE STRICT LANGUAGE internal AS 'int4recv';
		CREATE FUNCTION shs(sh) RETURNS bytea IMMUTABLE STRICT LANGUAGE internal AS 'int4send';
		CREATE TYPE sh (INPUT = shi, OUTPUT = sho, RECEIVE = shr, SEND = shs, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, STORAGE = plain, CATEGORY = 'N', PREFERRED = false, DEFAULT = '7', DELIMITER = ';', COLLATABLE = false);
		ALTER TYPE sh SET (SEND = NONE);
		CREATE TABLE ush (a sh, b cr);
		ALTER TYPE fr RENAME TO fr2;
		ALTER TYPE fmr RENAME TO fmr2;
	]==]
end

function downgrade()
	execute [==[
		ALTER TYPE fmr2 RENAME TO fmr;
		ALTER TYPE fr2 RENAME TO fr;
		DROP TABLE ush;
		DROP TYPE sh CASCADE;
		DROP FUNCTION IF EXISTS shs(bytea);
		DROP TYPE cr CASCADE;
	]==]
end
