revision { id = "d0b10c000001", message = "What a DO block does in any case is followed" }

function upgrade()
	create_table("items", { column("id", "integer", { primary_key = true }), column("size", "integer") })
	execute [[
		DO $$
		DECLARE
			n integer := 3;
		BEGIN
			CREATE TYPE kind AS ENUM ('a', 'b');
			CREATE TABLE things (id integer, kind kind DEFAULT 'a');
			BEGIN
				CREATE INDEX things_kind ON things (kind);
			END;
			INSERT INTO things (id) SELECT i FROM generate_series(1, n) i;
			PERFORM count(*) FROM things;
			ALTER TABLE items DROP COLUMN size;
		END $$
	]]
	drop_column("things", "kind")
	add_column("items", column("size", "bigint"))
end
