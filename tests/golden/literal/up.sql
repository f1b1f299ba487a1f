revision  a1 (head)
parent    <base>
message   texts of every type
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a1.lua:5
CREATE TABLE texts (
  id integer NOT NULL,
  c1 smallint DEFAULT '-32768',
  c2 integer DEFAULT ' 0007 ',
  c3 bigint DEFAULT '9223372036854775807',
  c4 oid DEFAULT '4294967295',
  c5 numeric DEFAULT 'NaN',
  c6 numeric DEFAULT '-1.5e-3',
  c7 numeric(3,1) DEFAULT '1000',
  c8 real DEFAULT '-inf',
  c9 double precision DEFAULT '1e308',
  c10 money DEFAULT '12.34',
  c11 boolean DEFAULT 'of',
  c12 uuid DEFAULT '{a0eebc999c0b4ef8bb6d6bb9bd380a11}',
  c13 jsonb DEFAULT '{"a": [1, null]}',
  c14 xml DEFAULT '<a b="1>2"><!-- < --><c/></a>',
  c15 date DEFAULT '2024-02-29',
  c16 date DEFAULT 'Jan 5 2026',
  c17 date DEFAULT 'J2451187',
  c18 date DEFAULT '0044-03-15 BC',
  c19 date DEFAULT '2026-045',
  c20 date DEFAULT 'infinity',
  c21 date DEFAULT 'epoch',
  c22 timestamp without time zone DEFAULT '20260101T010203',
  c23 timestamp without time zone DEFAULT 'Thu Jan 01 10:00:00 2026',
  c24 timestamp without time zone DEFAULT '2026-01-01 12:30 PM',
  c25 timestamp without time zone DEFAULT '2026-01-01 24:00',
  c26 timestamp with time zone DEFAULT '2026-01-01 10:00:00+02:30',
  c27 timestamp with time zone DEFAULT '20260101T010203Z',
  c28 timestamp with time zone DEFAULT '2026-01-01 10:00 Europe/Paris',
  c29 time without time zone DEFAULT '103015',
  c30 time without time zone DEFAULT 'allballs',
  c31 time with time zone DEFAULT '10:00-08:30',
  c32 interval DEFAULT '@ 1 minute ago',
  c33 interval DEFAULT 'P1Y2M3DT4H5M6.5S',
  c34 interval DEFAULT '1-2',
  c35 interval DEFAULT '1 day 02:03:04',
  c36 bytea DEFAULT '\x00 ff',
  c37 bytea DEFAULT '\123a',
  c38 bit(3) DEFAULT '101',
  c39 bit(2) DEFAULT '101',
  c40 bit varying DEFAULT 'x1F',
  c41 inet DEFAULT '10.1/16',
  c42 inet DEFAULT 'fe80::1/64',
  c43 inet DEFAULT '::ffff:1.2.3.4',
  c44 cidr DEFAULT '10.1',
  c45 cidr DEFAULT '2001:db8::/32',
  c46 macaddr DEFAULT '0800.2b01.0203',
  c47 macaddr8 DEFAULT '08002b:0102030405',
  c48 point DEFAULT '1,2',
  c49 lseg DEFAULT '[(1,2),(3,4)]',
  c50 line DEFAULT '{1,2,3}',
  c51 box DEFAULT '1,2,3,4',
  c52 path DEFAULT '((1,2),(3,4))',
  c53 polygon DEFAULT '((1,2),(3,4),(5,6))',
  c54 circle DEFAULT '<(1,2),3>',
  c55 pg_lsn DEFAULT '16/B374D848',
  c56 tsvector DEFAULT 'fat:2A,3b ''a cat''',
  c57 tsquery DEFAULT '(a & !b:*) | c <2> d',
  c58 int4range DEFAULT '(,5)',
  c59 int8range DEFAULT 'empty',
  c60 numrange DEFAULT '[1.5,inf)',
  c61 daterange DEFAULT '[2026-01-01,2026-02-28]',
  c62 tsrange DEFAULT '["2026-01-01 10:00",)',
  c63 tstzrange DEFAULT '[2026-01-01 10:00:00+00,infinity)',
  c64 int4multirange DEFAULT '{[1,2), [5,9)}',
  c65 integer[] DEFAULT '{{1,NULL},{3,4}}',
  c66 integer[] DEFAULT '[0:1]={1,2}',
  c67 text[] DEFAULT '{a b,"c,\"d",NULL}',
  c68 box[] DEFAULT '{(1,2),(3,4);(5,6),(7,8)}',
  c69 mood[] DEFAULT '{sad,ok}',
  c70 regclass DEFAULT 'pg_class',
  c71 character varying(2) DEFAULT 'longer',
  c72 name DEFAULT 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn',
  c73 "char" DEFAULT 'long',
  CONSTRAINT texts_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:81
CREATE TABLE rows (
  v character varying(3),
  n numeric(3,1),
  b bit(2),
  a integer[],
  d date NOT NULL DEFAULT ('2026-02-28'::date + 1),
  CONSTRAINT rows_d_check CHECK (d > '2026-01-01'::date)
);

-- migrations/versions/a1.lua:81
CREATE INDEX rows_expr_idx ON rows (((d - interval '1 day')));

-- migrations/versions/a1.lua:90
INSERT INTO rows (v, n, b, a) VALUES
  ('été   ', 99.94, '10', '{{1,2},{3,NULL}}');

-- migrations/versions/a1.lua:91
ALTER TABLE rows ADD COLUMN w character varying(3) DEFAULT 'abc  ';

downgrade (derived)

-- migrations/versions/a1.lua:91, loses data
ALTER TABLE rows DROP COLUMN w;

-- migrations/versions/a1.lua:81, loses data
DROP TABLE rows;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE texts;

-- migrations/versions/a1.lua:4
DROP TYPE mood;
