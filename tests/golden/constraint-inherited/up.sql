revision  a1
parent    <base>
message   tables that inherit
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE things (
  id bigint NOT NULL,
  name text,
  size integer,
  CONSTRAINT things_name_check CHECK (name <> ''),
  CONSTRAINT positive CHECK (size > 0),
  CONSTRAINT "here only" CHECK (size < 1000) NO INHERIT,
  CONSTRAINT things_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:11
CREATE TABLE boxes (
  lid boolean,
  CONSTRAINT positive CHECK (size > 0)
)
INHERITS (things);

-- migrations/versions/a1.lua:16
CREATE TABLE crates ()
INHERITS (boxes);

downgrade (derived)

-- migrations/versions/a1.lua:16, loses data
DROP TABLE crates;

-- migrations/versions/a1.lua:11, loses data
DROP TABLE boxes;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE things;

revision  a2
parent    a1
message   on all of them
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE things ADD CONSTRAINT things_size_check CHECK (size > 1);

-- migrations/versions/a2.lua:5
ALTER TABLE boxes ADD CONSTRAINT ids CHECK (id > 0);

-- migrations/versions/a2.lua:6
ALTER TABLE things ADD CONSTRAINT ids CHECK (id > 0) NOT VALID;

-- migrations/versions/a2.lua:7
ALTER TABLE ONLY things
  ADD CONSTRAINT things_size_check1 CHECK (size > 2) NO INHERIT;

-- migrations/versions/a2.lua:8
ALTER TABLE things ADD CONSTRAINT things_name_key UNIQUE (name);

-- migrations/versions/a2.lua:9
CREATE INDEX things_size_idx ON things (size);

-- migrations/versions/a2.lua:10
ALTER TABLE things RENAME CONSTRAINT things_size_check TO bigger;

-- migrations/versions/a2.lua:11
ALTER TABLE things RENAME CONSTRAINT positive TO "more than none";

-- migrations/versions/a2.lua:12
ALTER TABLE things VALIDATE CONSTRAINT ids;

downgrade (derived)

-- migrations/versions/a2.lua:12
ALTER TABLE things DROP CONSTRAINT ids;

-- migrations/versions/a2.lua:12
ALTER TABLE things ADD CONSTRAINT ids CHECK (id > 0) NOT VALID;

-- migrations/versions/a2.lua:11
ALTER TABLE things RENAME CONSTRAINT "more than none" TO positive;

-- migrations/versions/a2.lua:10
ALTER TABLE things RENAME CONSTRAINT bigger TO things_size_check;

-- migrations/versions/a2.lua:9
DROP INDEX things_size_idx;

-- migrations/versions/a2.lua:8
ALTER TABLE things DROP CONSTRAINT things_name_key;

-- migrations/versions/a2.lua:7
ALTER TABLE things DROP CONSTRAINT things_size_check1;

-- migrations/versions/a2.lua:6
ALTER TABLE things DROP CONSTRAINT ids;

-- migrations/versions/a2.lua:5
ALTER TABLE boxes DROP CONSTRAINT ids;

-- migrations/versions/a2.lua:4
ALTER TABLE things DROP CONSTRAINT things_size_check;

revision  a3
parent    a2
message   away
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE things DROP CONSTRAINT "more than none";

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY things DROP CONSTRAINT bigger;

-- migrations/versions/a3.lua:6
ALTER TABLE things DROP CONSTRAINT ids;

-- migrations/versions/a3.lua:7
ALTER TABLE things DROP CONSTRAINT things_name_check;

-- migrations/versions/a3.lua:8
ALTER TABLE boxes DROP CONSTRAINT ids;

-- migrations/versions/a3.lua:9
ALTER TABLE things DROP CONSTRAINT things_pkey;

downgrade (derived)

-- migrations/versions/a3.lua:9
ALTER TABLE things ADD CONSTRAINT things_pkey PRIMARY KEY (id);

-- migrations/versions/a3.lua:8
ALTER TABLE boxes ADD CONSTRAINT ids CHECK (id > 0);

-- migrations/versions/a3.lua:7
ALTER TABLE things ADD CONSTRAINT things_name_check CHECK (name <> '');

-- migrations/versions/a3.lua:6
ALTER TABLE things ADD CONSTRAINT ids CHECK (id > 0);

-- migrations/versions/a3.lua:5
ALTER TABLE boxes DROP CONSTRAINT bigger;

-- migrations/versions/a3.lua:5
ALTER TABLE things ADD CONSTRAINT bigger CHECK (size > 1);

-- migrations/versions/a3.lua:4
ALTER TABLE things ADD CONSTRAINT "more than none" CHECK (size > 0);

revision  a4 (head)
parent    a3
message   a key once more
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE things ADD CONSTRAINT things_pkey PRIMARY KEY (size);

-- migrations/versions/a4.lua:5
ALTER TABLE things DROP CONSTRAINT things_pkey;

-- migrations/versions/a4.lua:6
ALTER TABLE things ALTER COLUMN size DROP NOT NULL;

-- migrations/versions/a4.lua:7
ALTER TABLE ONLY things ADD CONSTRAINT things_pkey PRIMARY KEY (size);

downgrade (derived)

-- migrations/versions/a4.lua:7
ALTER TABLE things DROP CONSTRAINT things_pkey;

-- migrations/versions/a4.lua:7
ALTER TABLE things ALTER COLUMN size DROP NOT NULL;

-- migrations/versions/a4.lua:6
ALTER TABLE things ALTER COLUMN size SET NOT NULL;

-- migrations/versions/a4.lua:5
ALTER TABLE things ADD CONSTRAINT things_pkey PRIMARY KEY (size);

-- migrations/versions/a4.lua:4
ALTER TABLE things DROP CONSTRAINT things_pkey;

-- migrations/versions/a4.lua:4
ALTER TABLE things ALTER COLUMN size DROP NOT NULL;
