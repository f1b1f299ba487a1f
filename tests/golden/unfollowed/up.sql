revision  f0110ed00001
parent    <base>
message   Tables that a DO block makes
created   
file      migrations/versions/f0110ed00001.lua

upgrade

-- migrations/versions/f0110ed00001.lua:5
DO $$ BEGIN
      CREATE SCHEMA sc;
      CREATE TABLE t (id integer);
      CREATE TABLE pt (id integer) PARTITION BY RANGE (id);
      CREATE TABLE part (id integer);
      CREATE SEQUENCE sq;
      CREATE TYPE en AS ENUM ('a');
    END $$;

downgrade (derived)

-- migrations/versions/f0110ed00001.lua:13
DROP SCHEMA sc;

-- migrations/versions/f0110ed00001.lua:13, loses data
DROP TABLE t, pt, part;

-- migrations/versions/f0110ed00001.lua:13, loses data
DROP SEQUENCE sq;

-- migrations/versions/f0110ed00001.lua:13
DROP TYPE en;

revision  f0110ed00002
parent    f0110ed00001
message   Operations on them are written as they are said
created   
file      migrations/versions/f0110ed00002.lua

upgrade

-- migrations/versions/f0110ed00002.lua:8
ALTER TABLE t
  ADD COLUMN email text,
  ADD CONSTRAINT t_email_check CHECK (email <> ''),
  ADD CONSTRAINT t_email_key UNIQUE (email);

-- migrations/versions/f0110ed00002.lua:8
COMMENT ON COLUMN t.email IS 'An address';

-- migrations/versions/f0110ed00002.lua:9
ALTER TABLE t ADD COLUMN mood en NOT NULL DEFAULT 'a';

-- migrations/versions/f0110ed00002.lua:10
ALTER TABLE t ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;

-- migrations/versions/f0110ed00002.lua:11
ALTER TABLE t
  ALTER COLUMN email SET DEFAULT 'x',
  ALTER COLUMN email SET NOT NULL;

-- migrations/versions/f0110ed00002.lua:11
COMMENT ON COLUMN t.email IS 'Their address';

-- migrations/versions/f0110ed00002.lua:12
ALTER TABLE t
  ALTER COLUMN email DROP DEFAULT,
  ALTER COLUMN email DROP NOT NULL;

-- migrations/versions/f0110ed00002.lua:13
ALTER TABLE t ALTER COLUMN number DROP IDENTITY;

-- migrations/versions/f0110ed00002.lua:14
ALTER TABLE t
  ALTER COLUMN id TYPE bigint USING id * 2,
  ALTER COLUMN id SET DEFAULT 5;

-- migrations/versions/f0110ed00002.lua:15
ALTER TABLE t RENAME COLUMN email TO mail;

-- migrations/versions/f0110ed00002.lua:16
CREATE INDEX mails ON t (mail);

-- migrations/versions/f0110ed00002.lua:17
ALTER INDEX mails RENAME TO addresses;

-- migrations/versions/f0110ed00002.lua:18
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- migrations/versions/f0110ed00002.lua:19
ALTER TABLE t ADD CONSTRAINT positive CHECK (id > 0);

-- migrations/versions/f0110ed00002.lua:20
ALTER TABLE t RENAME CONSTRAINT positive TO above_zero;

-- migrations/versions/f0110ed00002.lua:21
ALTER TABLE t
  SET UNLOGGED,
  SET (fillfactor = 50);

-- migrations/versions/f0110ed00002.lua:21
COMMENT ON TABLE t IS 'People';

-- migrations/versions/f0110ed00002.lua:22
ALTER TABLE pt ATTACH PARTITION part FOR VALUES FROM (1) TO (9);

-- migrations/versions/f0110ed00002.lua:23
ALTER TABLE pt DETACH PARTITION part;

-- migrations/versions/f0110ed00002.lua:24
ALTER TABLE pt ATTACH PARTITION part FOR VALUES FROM (1) TO (7);

-- migrations/versions/f0110ed00002.lua:25
ALTER TABLE t RENAME TO people;

-- migrations/versions/f0110ed00002.lua:26, loses data
ALTER TABLE people DROP COLUMN mood;

-- migrations/versions/f0110ed00002.lua:27
CREATE TABLE sc.made (
  id integer
);

-- migrations/versions/f0110ed00002.lua:28
CREATE SEQUENCE sc.numbers;

-- migrations/versions/f0110ed00002.lua:29
ALTER SEQUENCE sq CACHE 5;

-- migrations/versions/f0110ed00002.lua:30
ALTER SEQUENCE sq RENAME TO numbers;

-- migrations/versions/f0110ed00002.lua:31, loses data
DROP SEQUENCE numbers;

-- migrations/versions/f0110ed00002.lua:32
DROP TYPE en;

downgrade (derived)

-- migrations/versions/f0110ed00002.lua:32
CREATE TYPE en AS ENUM ('a');

-- migrations/versions/f0110ed00002.lua:31
CREATE SEQUENCE numbers CACHE 5;

-- migrations/versions/f0110ed00002.lua:30
ALTER SEQUENCE numbers RENAME TO sq;

-- migrations/versions/f0110ed00002.lua:29
ALTER SEQUENCE sq CACHE 1;

-- migrations/versions/f0110ed00002.lua:28, loses data
DROP SEQUENCE sc.numbers;

-- migrations/versions/f0110ed00002.lua:27, loses data
DROP TABLE sc.made;

-- migrations/versions/f0110ed00002.lua:26
ALTER TABLE people ADD COLUMN mood en NOT NULL DEFAULT 'a';

-- migrations/versions/f0110ed00002.lua:25
ALTER TABLE people RENAME TO t;

-- migrations/versions/f0110ed00002.lua:24
ALTER TABLE pt DETACH PARTITION part;

-- migrations/versions/f0110ed00002.lua:23
ALTER TABLE pt ATTACH PARTITION part FOR VALUES FROM (1) TO (9);

-- migrations/versions/f0110ed00002.lua:22
ALTER TABLE pt DETACH PARTITION part;

-- migrations/versions/f0110ed00002.lua:21
ALTER TABLE t
  SET LOGGED,
  RESET (fillfactor);

-- migrations/versions/f0110ed00002.lua:21
COMMENT ON TABLE t IS NULL;

-- migrations/versions/f0110ed00002.lua:20
ALTER TABLE t RENAME CONSTRAINT above_zero TO positive;

-- migrations/versions/f0110ed00002.lua:19
ALTER TABLE t DROP CONSTRAINT positive;

-- migrations/versions/f0110ed00002.lua:18
ALTER TABLE t DROP CONSTRAINT t_pkey;

-- migrations/versions/f0110ed00002.lua:18
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;

-- migrations/versions/f0110ed00002.lua:17
ALTER INDEX addresses RENAME TO mails;

-- migrations/versions/f0110ed00002.lua:16
DROP INDEX mails;

-- migrations/versions/f0110ed00002.lua:15
ALTER TABLE t RENAME COLUMN mail TO email;

-- migrations/versions/f0110ed00002.lua:14
ALTER TABLE t ALTER COLUMN id DROP DEFAULT;

-- migrations/versions/f0110ed00002.lua:14
ALTER TABLE t ALTER COLUMN id TYPE integer;

-- migrations/versions/f0110ed00002.lua:13
ALTER TABLE t ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY;

-- migrations/versions/f0110ed00002.lua:12
ALTER TABLE t
  ALTER COLUMN email SET DEFAULT 'x',
  ALTER COLUMN email SET NOT NULL;

-- migrations/versions/f0110ed00002.lua:11
ALTER TABLE t ALTER COLUMN email DROP DEFAULT;

-- migrations/versions/f0110ed00002.lua:11
ALTER TABLE t ALTER COLUMN email DROP NOT NULL;

-- migrations/versions/f0110ed00002.lua:11
COMMENT ON COLUMN t.email IS 'An address';

-- migrations/versions/f0110ed00002.lua:10, loses data
ALTER TABLE t DROP COLUMN number;

-- migrations/versions/f0110ed00002.lua:9, loses data
ALTER TABLE t DROP COLUMN mood;

-- migrations/versions/f0110ed00002.lua:8, loses data
ALTER TABLE t DROP COLUMN email;

revision  f0110ed00003
parent    f0110ed00002
message   A table that a DO block drops is made again
created   
file      migrations/versions/f0110ed00003.lua

upgrade

-- migrations/versions/f0110ed00003.lua:8
CREATE TABLE again (
  id integer NOT NULL,
  gone text,
  CONSTRAINT again_pkey PRIMARY KEY (id)
);

-- migrations/versions/f0110ed00003.lua:9, loses data
DO $$ BEGIN DROP TABLE again; END $$;

-- migrations/versions/f0110ed00003.lua:10
CREATE TABLE again (
  id bigint NOT NULL,
  CONSTRAINT again_pkey PRIMARY KEY (id)
);

-- migrations/versions/f0110ed00003.lua:11
ALTER TABLE again ADD COLUMN name text;

downgrade (derived)

-- migrations/versions/f0110ed00003.lua:11, loses data
ALTER TABLE again DROP COLUMN name;

-- migrations/versions/f0110ed00003.lua:10, loses data
DROP TABLE again;

-- migrations/versions/f0110ed00003.lua:9
CREATE TABLE again (
  id integer NOT NULL,
  gone text,
  CONSTRAINT again_pkey PRIMARY KEY (id)
);

-- migrations/versions/f0110ed00003.lua:8, loses data
DROP TABLE again;

revision  f0110ed00004 (head)
parent    f0110ed00003
message   What a DO block drops can be made again
created   
file      migrations/versions/f0110ed00004.lua

upgrade

-- migrations/versions/f0110ed00004.lua:8
CREATE TYPE kind AS ENUM ('a');

-- migrations/versions/f0110ed00004.lua:9
CREATE SEQUENCE counter;

-- migrations/versions/f0110ed00004.lua:10
CREATE SCHEMA box;

-- migrations/versions/f0110ed00004.lua:11
CREATE TABLE things (
  id integer,
  size integer,
  CONSTRAINT things_c CHECK (size > 0)
);

-- migrations/versions/f0110ed00004.lua:11
CREATE INDEX things_ix ON things (id);

-- migrations/versions/f0110ed00004.lua:18
CREATE VIEW seen AS SELECT 1 AS a;

-- migrations/versions/f0110ed00004.lua:19
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/f0110ed00004.lua:20
CREATE DOMAIN whole AS int;

-- migrations/versions/f0110ed00004.lua:23, loses data
DO $$ BEGIN
      DROP TYPE kind; DROP SEQUENCE counter; DROP SCHEMA box; DROP INDEX things_ix;
      ALTER TABLE things DROP CONSTRAINT things_c, DROP COLUMN size;
      DROP VIEW seen; DROP FUNCTION one; DROP DOMAIN whole;
    END $$;

-- migrations/versions/f0110ed00004.lua:29
CREATE TYPE kind AS ENUM ('b');

-- migrations/versions/f0110ed00004.lua:30
CREATE SEQUENCE counter;

-- migrations/versions/f0110ed00004.lua:31
CREATE SCHEMA box;

-- migrations/versions/f0110ed00004.lua:32
ALTER TABLE things ADD COLUMN size bigint;

-- migrations/versions/f0110ed00004.lua:33
CREATE INDEX things_ix ON things (size);

-- migrations/versions/f0110ed00004.lua:34
ALTER TABLE things ADD CONSTRAINT things_c CHECK (size > 1);

-- migrations/versions/f0110ed00004.lua:36
CREATE VIEW seen AS SELECT 2 AS a;

-- migrations/versions/f0110ed00004.lua:37
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2';

-- migrations/versions/f0110ed00004.lua:38
CREATE DOMAIN whole AS bigint;

downgrade (derived)

-- migrations/versions/f0110ed00004.lua:38
DROP DOMAIN whole;

-- migrations/versions/f0110ed00004.lua:37
DROP FUNCTION one();

-- migrations/versions/f0110ed00004.lua:36
DROP VIEW seen;

-- migrations/versions/f0110ed00004.lua:34
ALTER TABLE things DROP CONSTRAINT things_c;

-- migrations/versions/f0110ed00004.lua:33
DROP INDEX things_ix;

-- migrations/versions/f0110ed00004.lua:32, loses data
ALTER TABLE things DROP COLUMN size;

-- migrations/versions/f0110ed00004.lua:31
DROP SCHEMA box;

-- migrations/versions/f0110ed00004.lua:30, loses data
DROP SEQUENCE counter;

-- migrations/versions/f0110ed00004.lua:29
DROP TYPE kind;

-- migrations/versions/f0110ed00004.lua:23
CREATE SCHEMA box;

-- migrations/versions/f0110ed00004.lua:23
CREATE DOMAIN whole AS integer;

-- migrations/versions/f0110ed00004.lua:23
CREATE TYPE kind AS ENUM ('a');

-- migrations/versions/f0110ed00004.lua:23
CREATE SEQUENCE counter;

-- migrations/versions/f0110ed00004.lua:23
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/f0110ed00004.lua:23
ALTER TABLE things ADD COLUMN size integer;

-- migrations/versions/f0110ed00004.lua:23
ALTER TABLE things ADD CONSTRAINT things_c CHECK (size > 0);

-- migrations/versions/f0110ed00004.lua:23
CREATE INDEX things_ix ON things (id);

-- migrations/versions/f0110ed00004.lua:23
CREATE VIEW seen AS SELECT 1 AS a;

-- migrations/versions/f0110ed00004.lua:20
DROP DOMAIN whole;

-- migrations/versions/f0110ed00004.lua:19
DROP FUNCTION one();

-- migrations/versions/f0110ed00004.lua:18
DROP VIEW seen;

-- migrations/versions/f0110ed00004.lua:11, loses data
DROP TABLE things;

-- migrations/versions/f0110ed00004.lua:10
DROP SCHEMA box;

-- migrations/versions/f0110ed00004.lua:9, loses data
DROP SEQUENCE counter;

-- migrations/versions/f0110ed00004.lua:8
DROP TYPE kind;
