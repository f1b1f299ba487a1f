revision  ca5700000001
parent    <base>
message   Types that are cast to few others
created   
file      migrations/versions/ca5700000001.lua

upgrade

-- migrations/versions/ca5700000001.lua:8
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/ca5700000001.lua:10
CREATE TYPE pair AS (x int, y int);

-- migrations/versions/ca5700000001.lua:11
CREATE DOMAIN level AS smallint;

-- migrations/versions/ca5700000001.lua:12
CREATE TABLE parent (n int);

-- migrations/versions/ca5700000001.lua:13
CREATE TABLE child () INHERITS (parent);

-- migrations/versions/ca5700000001.lua:14
CREATE TABLE t (
      span tsrange,
      words text,
      marks mood[],
      pair pair,
      level level,
      row parent,
      flag boolean,
      bits bit(8),
      place point
    );

downgrade (derived)

-- migrations/versions/ca5700000001.lua:14, loses data
DROP TABLE t;

-- migrations/versions/ca5700000001.lua:13, loses data
DROP TABLE child;

-- migrations/versions/ca5700000001.lua:12, loses data
DROP TABLE parent;

-- migrations/versions/ca5700000001.lua:11
DROP DOMAIN level;

-- migrations/versions/ca5700000001.lua:10
DROP TYPE pair;

-- migrations/versions/ca5700000001.lua:8
DROP TYPE mood;

revision  ca5700000002 (head)
parent    ca5700000001
message   They come back by the casts that there are
created   
file      migrations/versions/ca5700000002.lua

upgrade

-- migrations/versions/ca5700000002.lua:9
ALTER TABLE t ALTER span TYPE jsonb USING NULL;

-- migrations/versions/ca5700000002.lua:10
ALTER TABLE t ALTER words TYPE int4range USING NULL;

-- migrations/versions/ca5700000002.lua:11
ALTER TABLE t ALTER marks TYPE text[];

-- migrations/versions/ca5700000002.lua:12
ALTER TABLE t ALTER pair TYPE text;

-- migrations/versions/ca5700000002.lua:13
ALTER TABLE t ALTER level TYPE jsonb USING NULL;

-- migrations/versions/ca5700000002.lua:14
ALTER TABLE t ALTER row TYPE child USING NULL;

-- migrations/versions/ca5700000002.lua:15
ALTER TABLE t ALTER flag TYPE integer USING flag::integer;

-- migrations/versions/ca5700000002.lua:16
ALTER TABLE t ALTER bits TYPE bigint USING bits::bigint;

-- migrations/versions/ca5700000002.lua:17
ALTER TABLE t ALTER place TYPE box;

downgrade (derived)

-- migrations/versions/ca5700000002.lua:17
ALTER TABLE t ALTER COLUMN place TYPE point USING place::point;

-- migrations/versions/ca5700000002.lua:16
ALTER TABLE t ALTER COLUMN bits TYPE bit(8) USING bits::bit(8);

-- migrations/versions/ca5700000002.lua:15
ALTER TABLE t ALTER COLUMN flag TYPE boolean USING flag::boolean;

-- migrations/versions/ca5700000002.lua:14
ALTER TABLE t ALTER COLUMN "row" TYPE parent;

-- migrations/versions/ca5700000002.lua:13
ALTER TABLE t ALTER COLUMN level TYPE level USING level::level;

-- migrations/versions/ca5700000002.lua:12
ALTER TABLE t ALTER COLUMN pair TYPE pair USING pair::pair;

-- migrations/versions/ca5700000002.lua:11
ALTER TABLE t ALTER COLUMN marks TYPE mood[] USING marks::mood[];

-- migrations/versions/ca5700000002.lua:10
ALTER TABLE t ALTER COLUMN words TYPE text;

-- migrations/versions/ca5700000002.lua:9
ALTER TABLE t ALTER COLUMN span TYPE tsrange USING span::text::tsrange;
