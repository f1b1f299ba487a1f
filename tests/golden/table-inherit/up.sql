revision  7ab1e0000021
parent    <base>
message   Tables like others, and of others
created   
file      migrations/versions/7ab1e0000021.lua

upgrade

-- migrations/versions/7ab1e0000021.lua:8
CREATE TABLE parents (
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL DEFAULT 'x',
  size integer,
  label text DEFAULT 'l',
  big text COMPRESSION pglz GENERATED ALWAYS AS (upper(name)) STORED,
  CONSTRAINT parents_size_check CHECK (size > 0),
  CONSTRAINT not_huge CHECK (size < 100) NO INHERIT,
  CONSTRAINT parents_pkey PRIMARY KEY (id),
  CONSTRAINT parents_name_size_key UNIQUE (name, size)
);

-- migrations/versions/7ab1e0000021.lua:8
ALTER TABLE parents ALTER COLUMN name SET STATISTICS 40;

-- migrations/versions/7ab1e0000021.lua:8
CREATE INDEX parents_lower_idx ON parents (lower(name)) WHERE (size > 1);

-- migrations/versions/7ab1e0000021.lua:8
COMMENT ON COLUMN parents.id IS 'an id';

-- migrations/versions/7ab1e0000021.lua:8
COMMENT ON INDEX parents_lower_idx IS 'by name';

-- migrations/versions/7ab1e0000021.lua:18
CREATE TABLE others (
  name text DEFAULT 'y',
  extra date
);

-- migrations/versions/7ab1e0000021.lua:19
CREATE TABLE children (
  own integer,
  size integer DEFAULT 3
)
INHERITS (parents);

-- migrations/versions/7ab1e0000021.lua:24
CREATE TABLE "both" (
  name text NOT NULL DEFAULT 'z'
)
INHERITS (parents, others);

-- migrations/versions/7ab1e0000021.lua:28
CREATE TABLE grandchildren ()
INHERITS (children);

-- migrations/versions/7ab1e0000021.lua:29
CREATE TABLE copies (
  LIKE parents INCLUDING ALL,
  more text,
  CONSTRAINT copies_more_key UNIQUE (more)
);

-- migrations/versions/7ab1e0000021.lua:30
CREATE TABLE solo (
  once integer,
  twice integer GENERATED ALWAYS AS (once * 2) STORED,
  CONSTRAINT solo_check CHECK (twice > once)
);

-- migrations/versions/7ab1e0000021.lua:30
CREATE INDEX solo_twice_idx ON solo (twice);

-- migrations/versions/7ab1e0000021.lua:30
COMMENT ON COLUMN solo.twice IS 'both';

-- migrations/versions/7ab1e0000021.lua:31
CREATE TABLE solos ()
INHERITS (solo);

-- migrations/versions/7ab1e0000021.lua:32
CREATE TABLE plain (
  LIKE parents
);

-- migrations/versions/7ab1e0000021.lua:33
CREATE TABLE partly (
  LIKE parents INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING INDEXES
);

-- migrations/versions/7ab1e0000021.lua:34
CREATE TABLE mixed (a int, LIKE others INCLUDING ALL, b int CHECK (b > a));

downgrade (derived)

-- migrations/versions/7ab1e0000021.lua:34, loses data
DROP TABLE mixed;

-- migrations/versions/7ab1e0000021.lua:33, loses data
DROP TABLE partly;

-- migrations/versions/7ab1e0000021.lua:32, loses data
DROP TABLE plain;

-- migrations/versions/7ab1e0000021.lua:31, loses data
DROP TABLE solos;

-- migrations/versions/7ab1e0000021.lua:30, loses data
DROP TABLE solo;

-- migrations/versions/7ab1e0000021.lua:29, loses data
DROP TABLE copies;

-- migrations/versions/7ab1e0000021.lua:28, loses data
DROP TABLE grandchildren;

-- migrations/versions/7ab1e0000021.lua:24, loses data
DROP TABLE "both";

-- migrations/versions/7ab1e0000021.lua:19, loses data
DROP TABLE children;

-- migrations/versions/7ab1e0000021.lua:18, loses data
DROP TABLE others;

-- migrations/versions/7ab1e0000021.lua:8, loses data
DROP TABLE parents;

revision  7ab1e0000022
parent    7ab1e0000021
message   Changes reach what inherits
created   
file      migrations/versions/7ab1e0000022.lua

upgrade

-- migrations/versions/7ab1e0000022.lua:8
ALTER TABLE parents
  ADD COLUMN note text NOT NULL DEFAULT '-',
  ADD CONSTRAINT parents_note_check CHECK (note <> '');

-- migrations/versions/7ab1e0000022.lua:8
COMMENT ON COLUMN parents.note IS 'a note';

-- migrations/versions/7ab1e0000022.lua:9
ALTER TABLE parents ADD COLUMN own integer;

-- migrations/versions/7ab1e0000022.lua:10
ALTER TABLE children ADD COLUMN late integer;

-- migrations/versions/7ab1e0000022.lua:11
ALTER TABLE parents RENAME COLUMN label TO title;

-- migrations/versions/7ab1e0000022.lua:12
ALTER TABLE parents
  ALTER COLUMN size TYPE bigint,
  ALTER COLUMN size SET DEFAULT 5;

-- migrations/versions/7ab1e0000022.lua:13
ALTER TABLE parents
  ALTER COLUMN title DROP NOT NULL,
  ALTER COLUMN title SET STATISTICS -1;

-- migrations/versions/7ab1e0000022.lua:13
COMMENT ON COLUMN parents.title IS 'the title';

-- migrations/versions/7ab1e0000022.lua:14
ALTER TABLE ONLY parents ALTER COLUMN title DROP DEFAULT;

-- migrations/versions/7ab1e0000022.lua:15, loses data
ALTER TABLE others DROP COLUMN extra;

-- migrations/versions/7ab1e0000022.lua:16
ALTER TABLE solo ALTER COLUMN twice DROP EXPRESSION;

-- migrations/versions/7ab1e0000022.lua:17
CREATE TABLE adopted (
  LIKE others
);

-- migrations/versions/7ab1e0000022.lua:18
ALTER TABLE adopted INHERIT others;

-- migrations/versions/7ab1e0000022.lua:19
ALTER TABLE "both" NO INHERIT others;

-- migrations/versions/7ab1e0000022.lua:20
ALTER TABLE parents ALTER COLUMN id DROP IDENTITY;

-- migrations/versions/7ab1e0000022.lua:21
ALTER TABLE parents RENAME TO elders;

downgrade (derived)

-- migrations/versions/7ab1e0000022.lua:21
ALTER TABLE elders RENAME TO parents;

-- migrations/versions/7ab1e0000022.lua:20
ALTER TABLE parents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- migrations/versions/7ab1e0000022.lua:19
ALTER TABLE "both" INHERIT others;

-- migrations/versions/7ab1e0000022.lua:18
ALTER TABLE adopted NO INHERIT others;

-- migrations/versions/7ab1e0000022.lua:17, loses data
DROP TABLE adopted;

-- migrations/versions/7ab1e0000022.lua:16, loses data
ALTER TABLE solo DROP COLUMN twice;

-- migrations/versions/7ab1e0000022.lua:16
ALTER TABLE solo
  ADD COLUMN twice integer GENERATED ALWAYS AS (once * 2) STORED;

-- migrations/versions/7ab1e0000022.lua:16
COMMENT ON COLUMN solo.twice IS 'both';

-- migrations/versions/7ab1e0000022.lua:16
ALTER TABLE solo ADD CONSTRAINT solo_check CHECK (twice > once);

-- migrations/versions/7ab1e0000022.lua:16
CREATE INDEX solo_twice_idx ON solo (twice);

-- migrations/versions/7ab1e0000022.lua:15
ALTER TABLE others ADD COLUMN extra date;

-- migrations/versions/7ab1e0000022.lua:14
ALTER TABLE parents ALTER COLUMN title SET DEFAULT 'l';

-- migrations/versions/7ab1e0000022.lua:13
COMMENT ON COLUMN parents.title IS NULL;

-- migrations/versions/7ab1e0000022.lua:12
DROP INDEX parents_lower_idx;

-- migrations/versions/7ab1e0000022.lua:12
ALTER TABLE parents DROP CONSTRAINT parents_size_check;

-- migrations/versions/7ab1e0000022.lua:12
ALTER TABLE parents DROP CONSTRAINT not_huge;

-- migrations/versions/7ab1e0000022.lua:12
ALTER TABLE parents ALTER COLUMN size DROP DEFAULT;

-- migrations/versions/7ab1e0000022.lua:12
ALTER TABLE parents ALTER COLUMN size TYPE integer;

-- migrations/versions/7ab1e0000022.lua:12
ALTER TABLE children ALTER COLUMN size SET DEFAULT 3;

-- migrations/versions/7ab1e0000022.lua:12
ALTER TABLE parents ADD CONSTRAINT parents_size_check CHECK (size > 0);

-- migrations/versions/7ab1e0000022.lua:12
ALTER TABLE parents ADD CONSTRAINT not_huge CHECK (size < 100) NO INHERIT;

-- migrations/versions/7ab1e0000022.lua:12
CREATE INDEX parents_lower_idx ON parents (lower(name)) WHERE (size > 1);

-- migrations/versions/7ab1e0000022.lua:12
COMMENT ON INDEX parents_lower_idx IS 'by name';

-- migrations/versions/7ab1e0000022.lua:11
ALTER TABLE parents RENAME COLUMN title TO label;

-- migrations/versions/7ab1e0000022.lua:10, loses data
ALTER TABLE children DROP COLUMN late;

-- migrations/versions/7ab1e0000022.lua:9, loses data
ALTER TABLE parents DROP COLUMN own;

-- migrations/versions/7ab1e0000022.lua:8, loses data
ALTER TABLE parents DROP COLUMN note;

revision  7ab1e0000023 (head)
parent    7ab1e0000022
message   They go
created   
file      migrations/versions/7ab1e0000023.lua

upgrade

-- migrations/versions/7ab1e0000023.lua:8, loses data
ALTER TABLE elders DROP COLUMN size CASCADE;

-- migrations/versions/7ab1e0000023.lua:9, loses data
ALTER TABLE elders DROP COLUMN own;

-- migrations/versions/7ab1e0000023.lua:10, loses data
ALTER TABLE children DROP COLUMN IF EXISTS own;

-- migrations/versions/7ab1e0000023.lua:11, loses data
DROP TABLE elders CASCADE;

downgrade (derived)

-- migrations/versions/7ab1e0000023.lua:11
CREATE TABLE elders (
  id bigint NOT NULL,
  name text NOT NULL DEFAULT 'x',
  title text,
  big text COMPRESSION pglz GENERATED ALWAYS AS (upper(name)) STORED,
  note text NOT NULL DEFAULT '-',
  CONSTRAINT parents_note_check CHECK (note <> ''),
  CONSTRAINT parents_pkey PRIMARY KEY (id)
);

-- migrations/versions/7ab1e0000023.lua:11
ALTER TABLE elders ALTER COLUMN name SET STATISTICS 40;

-- migrations/versions/7ab1e0000023.lua:11
COMMENT ON COLUMN elders.id IS 'an id';

-- migrations/versions/7ab1e0000023.lua:11
COMMENT ON COLUMN elders.title IS 'the title';

-- migrations/versions/7ab1e0000023.lua:11
COMMENT ON COLUMN elders.note IS 'a note';

-- migrations/versions/7ab1e0000023.lua:11
CREATE TABLE "both" (
  name text NOT NULL DEFAULT 'z'
)
INHERITS (elders);

-- migrations/versions/7ab1e0000023.lua:11
CREATE TABLE children (
  size bigint DEFAULT 5,
  late integer
)
INHERITS (elders);

-- migrations/versions/7ab1e0000023.lua:11
CREATE TABLE grandchildren ()
INHERITS (children);

-- migrations/versions/7ab1e0000023.lua:10
ALTER TABLE children ADD COLUMN own integer;

-- migrations/versions/7ab1e0000023.lua:9
ALTER TABLE elders ADD COLUMN own integer;

-- migrations/versions/7ab1e0000023.lua:8
ALTER TABLE elders ADD COLUMN size bigint DEFAULT 5;

-- migrations/versions/7ab1e0000023.lua:8
ALTER TABLE elders ADD CONSTRAINT parents_size_check CHECK (size > 0);

-- migrations/versions/7ab1e0000023.lua:8
ALTER TABLE elders ADD CONSTRAINT not_huge CHECK (size < 100) NO INHERIT;

-- migrations/versions/7ab1e0000023.lua:8
ALTER TABLE elders ADD CONSTRAINT parents_name_size_key UNIQUE (name, size);

-- migrations/versions/7ab1e0000023.lua:8
CREATE INDEX parents_lower_idx ON elders (lower(name)) WHERE (size > 1);

-- migrations/versions/7ab1e0000023.lua:8
COMMENT ON INDEX parents_lower_idx IS 'by name';

-- migrations/versions/7ab1e0000023.lua:1
ALTER TABLE grandchildren ALTER COLUMN title SET DEFAULT 'l';

-- migrations/versions/7ab1e0000023.lua:1
ALTER TABLE children ALTER COLUMN title SET DEFAULT 'l';

-- migrations/versions/7ab1e0000023.lua:1
ALTER TABLE "both" ALTER COLUMN title SET DEFAULT 'l';
