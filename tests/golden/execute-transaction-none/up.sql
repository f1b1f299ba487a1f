revision  a
parent    <base>
message   an enum
created   
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE TYPE mood AS ENUM ('ok');

-- migrations/versions/a.lua:5
CREATE TABLE t (
  id integer NOT NULL,
  m mood,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

downgrade (derived)

-- migrations/versions/a.lua:5, loses data
DROP TABLE t;

-- migrations/versions/a.lua:4
DROP TYPE mood;

revision  b (head)
parent    a
message   a value, used at once
created   
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4
ALTER TYPE mood ADD VALUE 'great';

-- migrations/versions/b.lua:5
ALTER TABLE t ALTER COLUMN m SET DEFAULT 'great';

downgrade

-- migrations/versions/b.lua:9
ALTER TABLE t ALTER COLUMN m DROP DEFAULT;

-- migrations/versions/b.lua:10
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/b.lua:10
CREATE TYPE mood AS ENUM ('ok');

-- migrations/versions/b.lua:10
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/b.lua:10
DROP TYPE mood_old;
