revision  a1
parent    <base>
message   names are found as the server finds them
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA s;

-- migrations/versions/a1.lua:5
CREATE SCHEMA "Odd, one";

-- migrations/versions/a1.lua:6
CREATE TABLE t (
  id serial,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:7
CREATE TABLE s.t (
  id serial,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:8
CREATE TABLE "Odd, one".t (
  id integer
);

downgrade (derived)

-- migrations/versions/a1.lua:8, loses data
DROP TABLE "Odd, one".t;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE s.t;

-- migrations/versions/a1.lua:6, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:5
DROP SCHEMA "Odd, one";

-- migrations/versions/a1.lua:4
DROP SCHEMA s;

revision  a2
parent    a1
message   SET and set_config
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
SELECT set_config('search_path', 's, public', true);

-- migrations/versions/a2.lua:5
ALTER TABLE t ADD COLUMN in_s integer;

-- migrations/versions/a2.lua:6
ALTER TABLE public.t ADD COLUMN in_public integer;

-- migrations/versions/a2.lua:7
CREATE TABLE public.made (
  id serial,
  t integer,
  CONSTRAINT made_t_fkey FOREIGN KEY (t) REFERENCES public.t (id)
);

-- migrations/versions/a2.lua:8
CREATE INDEX made_t_idx ON public.made (t);

-- migrations/versions/a2.lua:9
SELECT pg_catalog.set_config('Search_Path', '"Odd, one", S', false) AS path, 1;

-- migrations/versions/a2.lua:10
ALTER TABLE t ADD COLUMN odd integer;

-- migrations/versions/a2.lua:11
CREATE SEQUENCE q OWNED BY t.id;

-- migrations/versions/a2.lua:12
SET SCHEMA 's';

-- migrations/versions/a2.lua:12
ALTER TABLE t ADD second integer;

-- migrations/versions/a2.lua:13
SET SESSION search_path TO DEFAULT;

-- migrations/versions/a2.lua:13
ALTER TABLE t ADD third integer;

-- migrations/versions/a2.lua:14
SET LOCAL search_path = s;

-- migrations/versions/a2.lua:14
CREATE TEMPORARY TABLE temporary (id integer);

-- migrations/versions/a2.lua:15
SET LOCAL search_path = s;

-- migrations/versions/a2.lua:15
ALTER TABLE temporary ADD more integer;

-- migrations/versions/a2.lua:15
ALTER TABLE t ADD fourth integer;

-- migrations/versions/a2.lua:16
RESET search_path;

-- migrations/versions/a2.lua:17
ALTER TABLE t ADD COLUMN fifth integer;

-- migrations/versions/a2.lua:18
SET search_path = s;

-- migrations/versions/a2.lua:18
RESET ALL;

-- migrations/versions/a2.lua:18
ALTER TABLE t ADD sixth integer;

-- migrations/versions/a2.lua:19
SELECT set_config('search_path', '', true), set_config('lock_timeout', '5s', true);

-- migrations/versions/a2.lua:20
ALTER TABLE public.t ADD COLUMN seventh integer;

-- migrations/versions/a2.lua:21
COMMENT ON TABLE public.t IS 'found';

-- migrations/versions/a2.lua:22
ALTER TABLE public.made RENAME TO renamed;

-- migrations/versions/a2.lua:23
ALTER TABLE public.t
  ALTER COLUMN in_public SET DEFAULT nextval('public.made_id_seq');

downgrade (derived)

-- migrations/versions/a2.lua:23
ALTER TABLE t ALTER COLUMN in_public DROP DEFAULT;

-- migrations/versions/a2.lua:22
ALTER TABLE renamed RENAME TO made;

-- migrations/versions/a2.lua:21
COMMENT ON TABLE public.t IS NULL;

-- migrations/versions/a2.lua:20, loses data
ALTER TABLE t DROP COLUMN seventh;

-- migrations/versions/a2.lua:18, loses data
ALTER TABLE t DROP COLUMN sixth;

-- migrations/versions/a2.lua:17, loses data
ALTER TABLE t DROP COLUMN fifth;

-- migrations/versions/a2.lua:15, loses data
ALTER TABLE s.t DROP COLUMN fourth;

-- migrations/versions/a2.lua:13, loses data
ALTER TABLE t DROP COLUMN third;

-- migrations/versions/a2.lua:12, loses data
ALTER TABLE s.t DROP COLUMN second;

-- migrations/versions/a2.lua:11, loses data
DROP SEQUENCE "Odd, one".q;

-- migrations/versions/a2.lua:10, loses data
ALTER TABLE "Odd, one".t DROP COLUMN odd;

-- migrations/versions/a2.lua:8
DROP INDEX made_t_idx;

-- migrations/versions/a2.lua:7, loses data
DROP TABLE made;

-- migrations/versions/a2.lua:6, loses data
ALTER TABLE t DROP COLUMN in_public;

-- migrations/versions/a2.lua:5, loses data
ALTER TABLE s.t DROP COLUMN in_s;

revision  a3
parent    a2
message   what was set is not any more
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE t ADD COLUMN eighth integer;

-- migrations/versions/a3.lua:5, loses data
ALTER TABLE t DROP COLUMN in_public;

-- migrations/versions/a3.lua:6, loses data
DROP TABLE s.t, renamed;

downgrade (derived)

-- migrations/versions/a3.lua:6
CREATE SEQUENCE made_id_seq AS integer;

-- migrations/versions/a3.lua:6
CREATE SEQUENCE s.t_id_seq AS integer;

-- migrations/versions/a3.lua:6
CREATE TABLE renamed (
  id integer NOT NULL DEFAULT nextval('public.made_id_seq'::regclass),
  t integer
);

-- migrations/versions/a3.lua:6
CREATE TABLE s.t (
  id integer NOT NULL DEFAULT nextval('s.t_id_seq'::regclass),
  in_s integer,
  second integer,
  fourth integer,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a3.lua:6
ALTER SEQUENCE made_id_seq OWNED BY renamed.id;

-- migrations/versions/a3.lua:6
ALTER SEQUENCE s.t_id_seq OWNED BY s.t.id;

-- migrations/versions/a3.lua:6
CREATE INDEX made_t_idx ON renamed (t);

-- migrations/versions/a3.lua:6
ALTER TABLE renamed ADD CONSTRAINT made_t_fkey FOREIGN KEY (t) REFERENCES t (id);

-- migrations/versions/a3.lua:5
ALTER TABLE t
  ADD COLUMN in_public integer DEFAULT nextval('public.made_id_seq');

-- migrations/versions/a3.lua:4, loses data
ALTER TABLE t DROP COLUMN eighth;

revision  a4
parent    a3
message   code that another path reads
created   2026-11-30T00:40:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5
CREATE SCHEMA far;

-- migrations/versions/a4.lua:6
CREATE TYPE far.kind AS ENUM ('a', 'b');

-- migrations/versions/a4.lua:7
CREATE TABLE far.things (id integer PRIMARY KEY, kind far.kind);

-- migrations/versions/a4.lua:8
CREATE FUNCTION far.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';

-- migrations/versions/a4.lua:9
SET search_path = far, public;

-- migrations/versions/a4.lua:10
CREATE VIEW seen AS SELECT things.id, twice(id) AS double FROM things WHERE kind = 'a'::kind;

-- migrations/versions/a4.lua:11
CREATE POLICY own ON things USING (twice(id) > 2);

-- migrations/versions/a4.lua:12
CREATE RULE quiet AS ON DELETE TO things DO INSTEAD UPDATE things SET kind = 'b' WHERE things.id = old.id;

downgrade (derived)

-- migrations/versions/a4.lua:12
DROP RULE quiet ON far.things;

-- migrations/versions/a4.lua:11
DROP POLICY own ON far.things;

-- migrations/versions/a4.lua:10
DROP VIEW far.seen;

-- migrations/versions/a4.lua:8
DROP FUNCTION far.twice(integer);

-- migrations/versions/a4.lua:7, loses data
DROP TABLE far.things;

-- migrations/versions/a4.lua:6
DROP TYPE far.kind;

-- migrations/versions/a4.lua:5
DROP SCHEMA far;

revision  a5
parent    a4
message   and the own path brings back
created   2026-11-30T00:40:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:5
DROP VIEW far.seen;

-- migrations/versions/a5.lua:6
DROP POLICY own ON far.things;

-- migrations/versions/a5.lua:7
DROP RULE quiet ON far.things;

downgrade (derived)

-- migrations/versions/a5.lua:7
CREATE RULE quiet AS ON DELETE TO far.things DO INSTEAD UPDATE far.things SET kind = 'b' WHERE things.id = old.id;

-- migrations/versions/a5.lua:6
CREATE POLICY own ON far.things USING (far.twice(id) > 2);

-- migrations/versions/a5.lua:5
CREATE VIEW far.seen AS SELECT things.id, far.twice(id) AS double FROM far.things WHERE kind = 'a'::far.kind;

revision  a6
parent    a5
message   what tables say is as another path reads it
created   2026-11-30T01:20:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:5
CREATE COLLATION far.plain FROM "C";

-- migrations/versions/a6.lua:6
CREATE FUNCTION far.equal(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';

-- migrations/versions/a6.lua:7
CREATE OPERATOR far.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = far.equal);

-- migrations/versions/a6.lua:8
CREATE OPERATOR CLASS far.ordered FOR TYPE integer USING btree AS
			OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);

-- migrations/versions/a6.lua:10
SET search_path = far, public;

-- migrations/versions/a6.lua:11
CREATE TABLE public.parts (
			id integer DEFAULT twice(1) CHECK (id === 2),
			double integer GENERATED ALWAYS AS (twice(3)) STORED,
			kind kind DEFAULT 'a' CHECK (kind <> 'b'::kind),
			name text COLLATE plain CHECK (name > 'a' COLLATE plain),
			CONSTRAINT apart EXCLUDE USING btree (twice(id) WITH =) WHERE (twice(id) > 2)
		);

-- migrations/versions/a6.lua:18
CREATE INDEX parts_id ON public.parts (id ordered, twice(id)) WHERE twice(id) > 3;

-- migrations/versions/a6.lua:19
CREATE TABLE public.sliced (id integer, CONSTRAINT positive CHECK (twice(id) > 0)) PARTITION BY LIST (twice(id));

-- migrations/versions/a6.lua:20
CREATE TABLE public.slice PARTITION OF public.sliced (CONSTRAINT positive CHECK (twice(id) > 0)) DEFAULT;

-- migrations/versions/a6.lua:21
CREATE VIEW public.early AS SELECT twice(1) AS double;

-- migrations/versions/a6.lua:23
CREATE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';

-- migrations/versions/a6.lua:24
CREATE TABLE public.late (id integer CHECK (public.twice(id) > 2));

downgrade (derived)

-- migrations/versions/a6.lua:24, loses data
DROP TABLE late;

-- migrations/versions/a6.lua:23
DROP FUNCTION public.twice(integer);

-- migrations/versions/a6.lua:21
DROP VIEW public.early;

-- migrations/versions/a6.lua:20, loses data
DROP TABLE slice;

-- migrations/versions/a6.lua:19, loses data
DROP TABLE sliced;

-- migrations/versions/a6.lua:18
DROP INDEX parts_id;

-- migrations/versions/a6.lua:11, loses data
DROP TABLE parts;

-- migrations/versions/a6.lua:8
DROP OPERATOR CLASS far.ordered USING btree;

-- migrations/versions/a6.lua:8
DROP OPERATOR FAMILY far.ordered USING btree;

-- migrations/versions/a6.lua:7
DROP OPERATOR far.=== (integer, integer);

-- migrations/versions/a6.lua:6
DROP FUNCTION far.equal(integer, integer);

-- migrations/versions/a6.lua:5
DROP COLLATION far.plain;

revision  a7 (head)
parent    a6
message   and stays so on the own one
created   2026-11-30T01:20:00Z
file      migrations/versions/a7.lua

upgrade

-- migrations/versions/a7.lua:4
CREATE TABLE later (
  id integer,
  CONSTRAINT later_id_check CHECK (twice(id) > 2)
);

-- migrations/versions/a7.lua:5
CREATE VIEW last AS SELECT twice(1) AS double;

-- migrations/versions/a7.lua:6
SET search_path = far;

-- migrations/versions/a7.lua:6
ALTER FUNCTION public.twice(integer) RENAME TO doubled;

-- migrations/versions/a7.lua:7
SET search_path = '';

-- migrations/versions/a7.lua:7, loses data
DROP TABLE public.late, public.later;

-- migrations/versions/a7.lua:7
DROP VIEW public.last;

-- migrations/versions/a7.lua:7
DROP FUNCTION public.doubled(integer);

-- migrations/versions/a7.lua:8
RESET search_path;

-- migrations/versions/a7.lua:8, loses data
DROP TABLE parts, sliced;

downgrade (derived)

-- migrations/versions/a7.lua:8
CREATE TABLE sliced (
  id integer,
  CONSTRAINT positive CHECK (far.twice(id) > 0)
)
PARTITION BY LIST ((far.twice(id)));

-- migrations/versions/a7.lua:8
CREATE TABLE slice PARTITION OF sliced
DEFAULT;

-- migrations/versions/a7.lua:8
CREATE TABLE parts (
  id integer DEFAULT far.twice(1),
  double integer GENERATED ALWAYS AS (far.twice(3)) STORED,
  kind far.kind DEFAULT 'a',
  name text COLLATE far.plain,
  CONSTRAINT parts_id_check CHECK (id OPERATOR(far.===) 2),
  CONSTRAINT parts_kind_check CHECK (kind <> 'b'::far.kind),
  CONSTRAINT parts_name_check CHECK (name > 'a' COLLATE far.plain),
  CONSTRAINT apart EXCLUDE (far.twice(id) WITH =) WHERE (far.twice(id) > 2)
);

-- migrations/versions/a7.lua:8
CREATE INDEX parts_id ON parts (id far.ordered, far.twice(id))
  WHERE (far.twice(id) > 3);

-- migrations/versions/a7.lua:7
CREATE FUNCTION public.doubled(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';

-- migrations/versions/a7.lua:7
CREATE VIEW public.last AS SELECT public.doubled(1) AS double;

-- migrations/versions/a7.lua:7
CREATE TABLE later (
  id integer,
  CONSTRAINT later_id_check CHECK (public.doubled(id) > 2)
);

-- migrations/versions/a7.lua:7
CREATE TABLE late (
  id integer,
  CONSTRAINT late_id_check CHECK (public.doubled(id) > 2)
);

-- migrations/versions/a7.lua:6
ALTER FUNCTION public.doubled(integer) RENAME TO twice;

-- migrations/versions/a7.lua:5
DROP VIEW last;

-- migrations/versions/a7.lua:4, loses data
DROP TABLE later;
