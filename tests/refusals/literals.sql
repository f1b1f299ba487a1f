CREATE TABLE q (a date DEFAULT '2026-02-30')
CREATE TABLE q (a date DEFAULT '2026-02-28')
CREATE TABLE q (a date DEFAULT '2026-02-30'::date)
CREATE TABLE q (a date DEFAULT date '2026-02-30')
CREATE TABLE q (a date DEFAULT '2026-02-28'::date + 1)
CREATE TABLE q (a date DEFAULT '2026-02-30'::date + 1)
CREATE TABLE q (a timestamptz DEFAULT now() + interval '1 dya')
CREATE TABLE q (a timestamptz DEFAULT now() + interval '1 day')
CREATE TABLE q (a interval DEFAULT interval '5' year)
CREATE TABLE q (a interval DEFAULT interval '1-2' year to month)
CREATE TABLE q (a interval year DEFAULT '5')
CREATE TABLE q (a date, CHECK (a > '2026-02-30'::date))
CREATE TABLE q (a date, CHECK (a > '2026-02-28'::date))
CREATE TABLE q (a text, CHECK (a::date > date '2026-13-01'))
CREATE TABLE q (a int[] DEFAULT '{1,x}')
CREATE TABLE q (a int[] DEFAULT '{1,2}')
CREATE TABLE q (a int[] DEFAULT '{1,x}'::int[])
CREATE TABLE q (a int[] DEFAULT '{1,2}'::text[]::int[])
CREATE TABLE q (a int[] DEFAULT ARRAY['1','2']::int[])
CREATE TABLE q (a mood[] DEFAULT '{sad,glad}')
CREATE TABLE q (a mood[] DEFAULT '{sad,ok}')
CREATE TABLE q (a mood[] DEFAULT '{sad,glad}'::mood[])
CREATE TABLE q (a mood, CHECK (a = ANY ('{sad,glad}'::mood[])))
CREATE TABLE q (a pos DEFAULT '5')
CREATE TABLE q (a pos DEFAULT 'x')
CREATE TABLE q (a comp DEFAULT '(1,x)')
? CREATE TABLE q (a comp DEFAULT '(x,x)')
CREATE TABLE q (a regclass DEFAULT 't')
CREATE TABLE q (a regclass DEFAULT 's.inner_t')
CREATE TABLE q (a regclass DEFAULT 'nosuch')
CREATE TABLE q (a regclass DEFAULT 's.t')
CREATE TABLE q (a oid DEFAULT 'nosuch'::regclass)
CREATE TABLE q (a oid DEFAULT 't'::regclass)
CREATE TABLE q (a regclass DEFAULT 'vw')
CREATE TABLE q (a regclass DEFAULT 'pg_class')
CREATE TABLE q (a varchar(2) DEFAULT 'abc')
CREATE TABLE q (a numeric(3,1) DEFAULT 1000)
CREATE TABLE q (a numeric(3,1) DEFAULT '1000')
CREATE TABLE q (a bit(2) DEFAULT '101')
CREATE TABLE q (a varchar(2)[] DEFAULT '{abc}')
CREATE TABLE q (a varchar(2) DEFAULT 'abc'::varchar(2))
ALTER TABLE t ALTER b SET DEFAULT 'x', ALTER a SET DEFAULT 'x'
ALTER TABLE t ALTER ts SET DEFAULT '2026-02-30'
ALTER TABLE t ALTER ts SET DEFAULT 'now'
ALTER TABLE t ALTER arr SET DEFAULT '{a,b'
ALTER TABLE t ADD COLUMN q varchar(2) DEFAULT 'abc'
ALTER TABLE t ADD COLUMN q varchar(2) DEFAULT 'ab   '
ALTER TABLE t ADD COLUMN q varchar(2) DEFAULT 'éü'
ALTER TABLE t ADD COLUMN q varchar(2) DEFAULT 'abc'::varchar(2)
ALTER TABLE t ADD COLUMN q char(2) DEFAULT 'abc'
ALTER TABLE t ADD COLUMN q numeric(3,1) DEFAULT 99.94
ALTER TABLE t ADD COLUMN q numeric(3,1) DEFAULT 99.95
ALTER TABLE t ADD COLUMN q numeric(3,1) DEFAULT 100
ALTER TABLE t ADD COLUMN q numeric(3,1) DEFAULT '-0099.9'
ALTER TABLE t ADD COLUMN q numeric(3) DEFAULT 999.4
ALTER TABLE t ADD COLUMN q numeric(3) DEFAULT 999.5
ALTER TABLE t ADD COLUMN q numeric(2,2) DEFAULT 0.99
ALTER TABLE t ADD COLUMN q numeric(2,2) DEFAULT 0.995
ALTER TABLE t ADD COLUMN q numeric(2,2) DEFAULT 1
? ALTER TABLE t ADD COLUMN q numeric(2,2) DEFAULT 1e5
? ALTER TABLE t ADD COLUMN q varchar(2) DEFAULT 123
ALTER TABLE t ADD COLUMN q bit(2) DEFAULT '101'
ALTER TABLE t ADD COLUMN q bit(2) DEFAULT '10'
ALTER TABLE t ADD COLUMN q bit(4) DEFAULT 'xF'
ALTER TABLE t ADD COLUMN q bit varying(2) DEFAULT '1'
ALTER TABLE t ADD COLUMN q bit varying(2) DEFAULT '101'
ALTER TABLE t ADD COLUMN q varchar(2)[] DEFAULT '{ab,abc}'
ALTER TABLE t ADD COLUMN q varchar(2)[] DEFAULT '{ab,NULL}'
ALTER TABLE t ADD COLUMN q timestamp(0) DEFAULT '2026-01-01 10:00:00.123'
CREATE TABLE q (a date) PARTITION BY RANGE (a); CREATE TABLE q1 PARTITION OF q FOR VALUES FROM ('2026-02-01') TO ('2026-02-30')
CREATE TABLE q (a date) PARTITION BY RANGE (a); CREATE TABLE q1 PARTITION OF q FOR VALUES FROM ('2026-02-01') TO ('2026-02-28')
CREATE TABLE q (a varchar(2)) PARTITION BY LIST (a); CREATE TABLE q1 PARTITION OF q FOR VALUES IN ('ab', 'abc')
CREATE TABLE q (a varchar(2)) PARTITION BY LIST (a); CREATE TABLE q1 PARTITION OF q FOR VALUES IN ('ab', 'cd')
CREATE TABLE q (a inet) PARTITION BY LIST (a); CREATE TABLE q1 PARTITION OF q FOR VALUES IN ('1.2.3.256')
CREATE INDEX ON t (a) WHERE ts > '2026-02-30'::timestamp
CREATE INDEX ON t (a) WHERE ts > '2026-02-28'::timestamp
CREATE INDEX ON t ((ts - '1 dya'::interval))
CREATE INDEX ON t ((ts - '1 day'::interval))
ALTER TABLE t ADD CONSTRAINT q CHECK (b <> 'x'::uuid::text)
ALTER TABLE t ADD COLUMN q date GENERATED ALWAYS AS ('2026-02-30'::date) STORED
ALTER TABLE t ALTER b TYPE date USING '2026-02-30'::date, ALTER b DROP DEFAULT
