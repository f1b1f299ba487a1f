revision  a1
parent    <base>
message   defaults that take from the sequences of others
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA billing;

-- migrations/versions/a1.lua:5
CREATE TABLE a (
  id serial,
  b integer
);

-- migrations/versions/a1.lua:6
CREATE TABLE i (
  id integer GENERATED ALWAYS AS IDENTITY,
  b bigint DEFAULT nextval('i_id_seq')
);

-- migrations/versions/a1.lua:10
CREATE TABLE billing.a (
  id serial
);

-- migrations/versions/a1.lua:11
CREATE TABLE n (
  a bigint DEFAULT (1 + NEXTVAL('Public.A_id_seq') * 2),
  b bigint DEFAULT currval(regclass 'billing.a_id_seq'),
  c bigint DEFAULT nextval(CAST('i_id_seq' AS regclass)),
  d bigint DEFAULT nextval('a_id_seq'::text)
);

-- migrations/versions/a1.lua:17
CREATE TABLE copied (LIKE a INCLUDING DEFAULTS);

-- migrations/versions/a1.lua:18
CREATE TABLE child (
  c integer
)
INHERITS (a);

-- migrations/versions/a1.lua:19
SET LOCAL search_path = billing;

-- migrations/versions/a1.lua:19
CREATE TABLE other (x bigint DEFAULT nextval('a_id_seq'));

downgrade (derived)

-- migrations/versions/a1.lua:19, loses data
DROP TABLE billing.other;

-- migrations/versions/a1.lua:18, loses data
DROP TABLE child;

-- migrations/versions/a1.lua:17, loses data
DROP TABLE copied;

-- migrations/versions/a1.lua:11, loses data
DROP TABLE n;

-- migrations/versions/a1.lua:10, loses data
DROP TABLE billing.a;

-- migrations/versions/a1.lua:6, loses data
DROP TABLE i;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE a;

-- migrations/versions/a1.lua:4
DROP SCHEMA billing;

revision  a2
parent    a1
message   they follow
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER SEQUENCE a_id_seq RENAME TO "Odd one";

-- migrations/versions/a2.lua:5
ALTER SEQUENCE i_id_seq RENAME TO i_seq;

-- migrations/versions/a2.lua:6
SET LOCAL search_path = billing;

-- migrations/versions/a2.lua:6
ALTER SEQUENCE a_id_seq RENAME TO b_seq;

downgrade (derived)

-- migrations/versions/a2.lua:6
ALTER SEQUENCE billing.b_seq RENAME TO a_id_seq;

-- migrations/versions/a2.lua:5
ALTER SEQUENCE i_seq RENAME TO i_id_seq;

-- migrations/versions/a2.lua:4
ALTER SEQUENCE "Odd one" RENAME TO a_id_seq;

-- migrations/versions/a2.lua:1
ALTER TABLE n
  ALTER COLUMN a SET DEFAULT (1 + NEXTVAL('Public.A_id_seq') * 2);

revision  a3
parent    a2
message   tables go
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4, loses data
DROP TABLE billing.a CASCADE;

-- migrations/versions/a3.lua:5, loses data
DROP TABLE i CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:5
CREATE TABLE i (
  id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME i_seq),
  b bigint DEFAULT nextval('i_seq')
);

-- migrations/versions/a3.lua:5
ALTER TABLE n
  ALTER COLUMN c SET DEFAULT nextval(CAST('i_seq' AS regclass));

-- migrations/versions/a3.lua:4
CREATE SEQUENCE billing.b_seq AS integer;

-- migrations/versions/a3.lua:4
CREATE TABLE billing.a (
  id integer NOT NULL DEFAULT nextval('billing.b_seq'::regclass)
);

-- migrations/versions/a3.lua:4
ALTER TABLE billing.other ALTER COLUMN x SET DEFAULT nextval('billing.b_seq');

-- migrations/versions/a3.lua:4
ALTER TABLE n ALTER COLUMN b SET DEFAULT currval(regclass 'billing.b_seq');

-- migrations/versions/a3.lua:4
ALTER SEQUENCE billing.b_seq OWNED BY billing.a.id;

revision  a4
parent    a3
message   a column goes
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE child ALTER COLUMN id DROP DEFAULT;

-- migrations/versions/a4.lua:5, loses data
ALTER TABLE a DROP COLUMN id CASCADE;

downgrade (derived)

-- migrations/versions/a4.lua:5
CREATE SEQUENCE "Odd one" AS integer;

-- migrations/versions/a4.lua:5
ALTER TABLE a
  ADD COLUMN id integer NOT NULL DEFAULT nextval('"Odd one"'::regclass);

-- migrations/versions/a4.lua:5
ALTER TABLE copied ALTER COLUMN id SET DEFAULT nextval('"Odd one"'::regclass);

-- migrations/versions/a4.lua:5
ALTER TABLE n ALTER COLUMN a SET DEFAULT (1 + NEXTVAL('"Odd one"') * 2);

-- migrations/versions/a4.lua:5
ALTER SEQUENCE "Odd one" OWNED BY a.id;

revision  a5
parent    a4
message   a schema goes
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
CREATE SCHEMA gone;

-- migrations/versions/a5.lua:5
CREATE TABLE gone.g (
  id serial,
  i integer GENERATED ALWAYS AS IDENTITY
);

-- migrations/versions/a5.lua:6
CREATE SEQUENCE gone.q;

-- migrations/versions/a5.lua:7
CREATE TABLE stays (
  a bigint DEFAULT nextval('gone.g_id_seq'),
  b bigint DEFAULT nextval('gone.g_i_seq'),
  c bigint DEFAULT nextval('gone.q')
);

downgrade (derived)

-- migrations/versions/a5.lua:7, loses data
DROP TABLE stays;

-- migrations/versions/a5.lua:6, loses data
DROP SEQUENCE gone.q;

-- migrations/versions/a5.lua:5, loses data
DROP TABLE gone.g;

-- migrations/versions/a5.lua:4
DROP SCHEMA gone;

revision  a6 (head)
parent    a5
message   with the defaults
created   2026-11-22T15:10:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4, loses data
DROP SCHEMA gone CASCADE;

-- migrations/versions/a6.lua:5
ALTER TABLE stays ALTER COLUMN a SET NOT NULL;

-- migrations/versions/a6.lua:6, loses data
DROP TABLE billing.other, n;

downgrade (derived)

-- migrations/versions/a6.lua:6
CREATE TABLE n (
  a bigint,
  b bigint,
  c bigint,
  d bigint DEFAULT nextval('a_id_seq'::text)
);

-- migrations/versions/a6.lua:6
CREATE TABLE billing.other (
  x bigint
);

-- migrations/versions/a6.lua:5
ALTER TABLE stays ALTER COLUMN a DROP NOT NULL;

-- migrations/versions/a6.lua:4
CREATE SCHEMA gone;

-- migrations/versions/a6.lua:4
CREATE SEQUENCE gone.q;

-- migrations/versions/a6.lua:4
CREATE SEQUENCE gone.g_id_seq AS integer;

-- migrations/versions/a6.lua:4
CREATE TABLE gone.g (
  id integer NOT NULL DEFAULT nextval('gone.g_id_seq'::regclass),
  i integer GENERATED ALWAYS AS IDENTITY
);

-- migrations/versions/a6.lua:4
ALTER TABLE stays ALTER COLUMN a SET DEFAULT nextval('gone.g_id_seq');

-- migrations/versions/a6.lua:4
ALTER TABLE stays ALTER COLUMN b SET DEFAULT nextval('gone.g_i_seq');

-- migrations/versions/a6.lua:4
ALTER TABLE stays ALTER COLUMN c SET DEFAULT nextval('gone.q');

-- migrations/versions/a6.lua:4
ALTER SEQUENCE gone.g_id_seq OWNED BY gone.g.id;
