revision { id = "ft5", parent = "ft4", message = "ranges and collations", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE TYPE fr AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = sd, MULTIRANGE_TYPE_NAME = fmr);
		CREATE TYPE tr AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C");
		CREATE TABLE ur (a fr, b fmr, c tr);
		CREATE COLLATION co1 (LOCALE = 'C');
		CREATE COLLATION co2 (LC_COLLATE = 'C', LC_CTYPE = 'POSIX', PROVIDER = libc);
		CREATE COLLATION IF NOT EXISTS co3 (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', DETERMINISTIC = false, VERSION = '1');
		CREATE COLLATION co4 FROM "C";
		ALTER COLLATION co4 RENAME TO co4b; ALTER COLLATION co4b SET SCHEMA app; COMMENT ON COLLATION app.co4b IS 'c';
		CREATE TABLE uco (a text COLLATE co3, b text COLLATE app.co4b);
	]==]
end
