revision  79bed0000001
parent    <base>
message   Tables of a type
created   
file      migrations/versions/79bed0000001.lua

upgrade

-- migrations/versions/79bed0000001.lua:4
CREATE TYPE pair AS (x integer, y text COLLATE "C", day date);

-- migrations/versions/79bed0000001.lua:5
CREATE TABLE pairs OF pair;

-- migrations/versions/79bed0000001.lua:6
CREATE TABLE keyed OF pair (PRIMARY KEY (x), y NOT NULL DEFAULT '-', CHECK (x > 0));

-- migrations/versions/79bed0000001.lua:7
CREATE TABLE plain (
  x integer,
  y text COLLATE "C",
  day date
);

downgrade (derived)

-- migrations/versions/79bed0000001.lua:7, loses data
DROP TABLE plain;

-- migrations/versions/79bed0000001.lua:6, loses data
DROP TABLE keyed;

-- migrations/versions/79bed0000001.lua:5, loses data
DROP TABLE pairs;

-- migrations/versions/79bed0000001.lua:4
DROP TYPE pair;

revision  79bed0000002
parent    79bed0000001
message   Keys and more
created   
file      migrations/versions/79bed0000002.lua

upgrade

-- migrations/versions/79bed0000002.lua:4
ALTER TABLE pairs ADD CONSTRAINT pairs_pkey PRIMARY KEY (x);

-- migrations/versions/79bed0000002.lua:5
CREATE INDEX pairs_day_idx ON pairs (day);

-- migrations/versions/79bed0000002.lua:6
ALTER TABLE pairs
  ALTER COLUMN y SET DEFAULT 'a',
  ALTER COLUMN y SET NOT NULL;

-- migrations/versions/79bed0000002.lua:7
COMMENT ON COLUMN pairs.day IS 'which';

-- migrations/versions/79bed0000002.lua:8
ALTER TABLE keyed DROP CONSTRAINT keyed_pkey;

-- migrations/versions/79bed0000002.lua:9
ALTER TABLE keyed ALTER COLUMN x DROP NOT NULL;

-- migrations/versions/79bed0000002.lua:10
ALTER TABLE plain OF pair;

downgrade (derived)

-- migrations/versions/79bed0000002.lua:10
ALTER TABLE plain NOT OF;

-- migrations/versions/79bed0000002.lua:9
ALTER TABLE keyed ALTER COLUMN x SET NOT NULL;

-- migrations/versions/79bed0000002.lua:8
ALTER TABLE keyed ADD CONSTRAINT keyed_pkey PRIMARY KEY (x);

-- migrations/versions/79bed0000002.lua:7
COMMENT ON COLUMN pairs.day IS NULL;

-- migrations/versions/79bed0000002.lua:6
ALTER TABLE pairs ALTER COLUMN y DROP DEFAULT;

-- migrations/versions/79bed0000002.lua:6
ALTER TABLE pairs ALTER COLUMN y DROP NOT NULL;

-- migrations/versions/79bed0000002.lua:5
DROP INDEX pairs_day_idx;

-- migrations/versions/79bed0000002.lua:4
ALTER TABLE pairs DROP CONSTRAINT pairs_pkey;

-- migrations/versions/79bed0000002.lua:4
ALTER TABLE pairs ALTER COLUMN x DROP NOT NULL;

revision  79bed0000003
parent    79bed0000002
message   They go their own way
created   
file      migrations/versions/79bed0000003.lua

upgrade

-- migrations/versions/79bed0000003.lua:4
ALTER TABLE pairs NOT OF;

-- migrations/versions/79bed0000003.lua:5
ALTER TABLE pairs ADD COLUMN z integer;

-- migrations/versions/79bed0000003.lua:6, loses data
ALTER TABLE pairs DROP COLUMN day;

-- migrations/versions/79bed0000003.lua:7
ALTER TABLE plain NOT OF;

-- migrations/versions/79bed0000003.lua:8, loses data
DROP TABLE keyed;

downgrade (derived)

-- migrations/versions/79bed0000003.lua:8
CREATE TABLE keyed OF pair (
  y COLLATE "C" NOT NULL DEFAULT '-',
  CONSTRAINT keyed_x_check CHECK (x > 0)
);

-- migrations/versions/79bed0000003.lua:7
ALTER TABLE plain OF pair;

-- migrations/versions/79bed0000003.lua:6
ALTER TABLE pairs ADD COLUMN day date;

-- migrations/versions/79bed0000003.lua:6
COMMENT ON COLUMN pairs.day IS 'which';

-- migrations/versions/79bed0000003.lua:6
CREATE INDEX pairs_day_idx ON pairs (day);

-- migrations/versions/79bed0000003.lua:5, loses data
ALTER TABLE pairs DROP COLUMN z;

-- migrations/versions/79bed0000003.lua:4
ALTER TABLE pairs OF pair;

revision  79bed0000004
parent    79bed0000003
message   An attribute of a type that can go
created   
file      migrations/versions/79bed0000004.lua

upgrade

-- migrations/versions/79bed0000004.lua:5
CREATE TYPE feeling AS ENUM ('sad', 'ok');

-- migrations/versions/79bed0000004.lua:6
CREATE TYPE felt AS (day date, feeling feeling);

-- migrations/versions/79bed0000004.lua:7
CREATE TABLE days OF felt;

downgrade (derived)

-- migrations/versions/79bed0000004.lua:7, loses data
DROP TABLE days;

-- migrations/versions/79bed0000004.lua:6
DROP TYPE felt;

-- migrations/versions/79bed0000004.lua:5
DROP TYPE feeling;

revision  79bed0000005
parent    79bed0000004
message   It goes, and the attribute with it
created   
file      migrations/versions/79bed0000005.lua

upgrade

-- migrations/versions/79bed0000005.lua:4, loses data
DROP TYPE feeling CASCADE;

downgrade (derived)

-- migrations/versions/79bed0000005.lua:4
CREATE TYPE feeling AS ENUM ('sad', 'ok');

-- migrations/versions/79bed0000005.lua:4
ALTER TYPE felt ADD ATTRIBUTE feeling feeling CASCADE;

revision  79bed0000006
parent    79bed0000005
message   Their constraints have names
created   
file      migrations/versions/79bed0000006.lua

upgrade

-- migrations/versions/79bed0000006.lua:4
CREATE TABLE named OF pair (
  CONSTRAINT named_x CHECK (x > 0),
  CONSTRAINT named_key PRIMARY KEY (x),
  CONSTRAINT named_day UNIQUE (day),
  CONSTRAINT named_self FOREIGN KEY (x) REFERENCES named (x)
);

-- migrations/versions/79bed0000006.lua:4
COMMENT ON CONSTRAINT named_day ON named IS 'one a day';

-- migrations/versions/79bed0000006.lua:11
CREATE TABLE parts OF pair (
  CONSTRAINT parts_key PRIMARY KEY (x)
)
PARTITION BY LIST (x);

-- migrations/versions/79bed0000006.lua:12
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);

-- migrations/versions/79bed0000006.lua:13
CREATE TABLE joins (
  x integer,
  y text COLLATE "C",
  day date,
  CONSTRAINT joins_check CHECK (x > 0),
  CONSTRAINT joins_x UNIQUE (x)
);

downgrade (derived)

-- migrations/versions/79bed0000006.lua:13, loses data
DROP TABLE joins;

-- migrations/versions/79bed0000006.lua:12, loses data
DROP TABLE parts_1;

-- migrations/versions/79bed0000006.lua:11, loses data
DROP TABLE parts;

-- migrations/versions/79bed0000006.lua:4, loses data
DROP TABLE named;

revision  79bed0000007 (head)
parent    79bed0000006
message   Others, which no ALTER TABLE of a typed table gives
created   
file      migrations/versions/79bed0000007.lua

upgrade

-- migrations/versions/79bed0000007.lua:4
ALTER INDEX named_key RENAME TO named_pkey;

-- migrations/versions/79bed0000007.lua:5
ALTER INDEX parts_key RENAME TO parts_pk;

-- migrations/versions/79bed0000007.lua:6
ALTER TABLE named NOT OF;

-- migrations/versions/79bed0000007.lua:7
ALTER TABLE named RENAME CONSTRAINT named_day TO named_date;

-- migrations/versions/79bed0000007.lua:8
ALTER TABLE named RENAME CONSTRAINT named_x TO named_positive;

-- migrations/versions/79bed0000007.lua:9
ALTER TABLE named RENAME CONSTRAINT named_self TO named_same;

-- migrations/versions/79bed0000007.lua:10
ALTER TABLE named OF pair;

-- migrations/versions/79bed0000007.lua:11
ALTER TABLE joins RENAME CONSTRAINT joins_x TO joins_key;

-- migrations/versions/79bed0000007.lua:12
ALTER TABLE joins RENAME CONSTRAINT joins_check TO joins_positive;

-- migrations/versions/79bed0000007.lua:13
ALTER TABLE joins OF pair;

downgrade (derived)

-- migrations/versions/79bed0000007.lua:13
ALTER TABLE joins NOT OF;

-- migrations/versions/79bed0000007.lua:12
ALTER TABLE joins RENAME CONSTRAINT joins_positive TO joins_check;

-- migrations/versions/79bed0000007.lua:11
ALTER TABLE joins RENAME CONSTRAINT joins_key TO joins_x;

-- migrations/versions/79bed0000007.lua:10
ALTER TABLE named NOT OF;

-- migrations/versions/79bed0000007.lua:9
ALTER TABLE named RENAME CONSTRAINT named_same TO named_self;

-- migrations/versions/79bed0000007.lua:8
ALTER TABLE named RENAME CONSTRAINT named_positive TO named_x;

-- migrations/versions/79bed0000007.lua:7
ALTER TABLE named RENAME CONSTRAINT named_date TO named_day;

-- migrations/versions/79bed0000007.lua:6
ALTER TABLE named OF pair;

-- migrations/versions/79bed0000007.lua:5
ALTER INDEX parts_pk RENAME TO parts_key;

-- migrations/versions/79bed0000007.lua:4
ALTER INDEX named_pkey RENAME TO named_key;
