revision  d0b10c000001
parent    <base>
message   What a DO block does in any case is followed
created   
file      migrations/versions/d0b10c000001.lua

upgrade

-- migrations/versions/d0b10c000001.lua:4
CREATE TABLE items (
  id integer NOT NULL,
  size integer,
  CONSTRAINT items_pkey PRIMARY KEY (id)
);

-- migrations/versions/d0b10c000001.lua:6, loses data
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
		END $$;

-- migrations/versions/d0b10c000001.lua:20, loses data
ALTER TABLE things DROP COLUMN kind;

-- migrations/versions/d0b10c000001.lua:21
ALTER TABLE items ADD COLUMN size bigint;

downgrade (derived)

-- migrations/versions/d0b10c000001.lua:21, loses data
ALTER TABLE items DROP COLUMN size;

-- migrations/versions/d0b10c000001.lua:20
ALTER TABLE things ADD COLUMN kind kind DEFAULT 'a';

-- migrations/versions/d0b10c000001.lua:20
CREATE INDEX things_kind ON things (kind);

-- migrations/versions/d0b10c000001.lua:6, loses data
DROP TABLE things;

-- migrations/versions/d0b10c000001.lua:6
DROP TYPE kind;

-- migrations/versions/d0b10c000001.lua:6
ALTER TABLE items ADD COLUMN size integer;

-- migrations/versions/d0b10c000001.lua:4, loses data
DROP TABLE items;

revision  d0b10c000002
parent    d0b10c000001
message   What it may do says that it has no inverse
created   
file      migrations/versions/d0b10c000002.lua

upgrade

-- migrations/versions/d0b10c000002.lua:5
DO $$ BEGIN
			IF NOT EXISTS (SELECT FROM pg_class WHERE relname = 'more') THEN
				CREATE TABLE more (id integer);
			END IF;
			UPDATE items SET size = 1;
			RAISE NOTICE 'done';
		END $$;

-- migrations/versions/d0b10c000002.lua:13
ALTER TABLE more ADD COLUMN name text;

downgrade

-- migrations/versions/d0b10c000002.lua:17, loses data
DROP TABLE more;

revision  d0b10c000003 (head)
parent    d0b10c000002
message   One note for what may have run
created   
file      migrations/versions/d0b10c000003.lua

upgrade

-- migrations/versions/d0b10c000003.lua:5
DO $$ BEGIN
			IF EXISTS (SELECT FROM items) THEN
				CREATE TABLE one (id integer);
				CREATE TABLE two (id integer);
			END IF;
			CREATE TABLE three (id integer);
			INSERT INTO items (id) VALUES (7);
		END $$;

downgrade: there is none
migrations/versions/d0b10c000003.lua:5: execute: DO has no inverse; say down = [[ … ]], or write a downgrade()
migrations/versions/d0b10c000003.lua:11: execute: INSERT has no inverse; say down = [[ … ]], or write a downgrade()
