revision { id = "a", message = "mistakes in DO blocks are told at their lines" }

function upgrade()
	create_table("t", { column("id", "integer") })
	execute [[
		DO $$
		DECLARE
			n integer;
		BEGIN
			ALTER TABLE t
				ADD COLUMN x integer,
				DROP COLUMN nosuch;
			n := 1
				+ nowhat;
			SELECT id,
				noway
			INTO n FROM t;
			IF n > 1 THEN
				DROP TABLE nosuch;
			END IF;
			BEGIN
				DROP TABLE nowhere;
			END;
			VACUUM t;
		END $$
	]]
	execute "DO $$ BEGIN SET client_encoding = 'LATIN1'; END $$"
	add_column("noone", column("a", "integer"))
end
