revision  e1 (head)
parent    <base>
message   a label of a type that is new goes with the type
created   2026-11-29T11:30:00Z
file      migrations/versions/e1.lua

upgrade

-- migrations/versions/e1.lua:5
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/e1.lua:6
CREATE DOMAIN feeling AS mood;

-- migrations/versions/e1.lua:7
CREATE TYPE pair AS (a mood, b feeling);

-- migrations/versions/e1.lua:8
CREATE TABLE people OF pair;

-- migrations/versions/e1.lua:9
ALTER TYPE mood ADD VALUE 'happy' BEFORE 'ok';

-- migrations/versions/e1.lua:10
ALTER TYPE mood RENAME VALUE 'ok' TO 'fair';

downgrade (derived)

-- migrations/versions/e1.lua:10
ALTER TYPE mood RENAME VALUE 'fair' TO 'ok';

-- migrations/versions/e1.lua:8, loses data
DROP TABLE people;

-- migrations/versions/e1.lua:7
DROP TYPE pair;

-- migrations/versions/e1.lua:6
DROP DOMAIN feeling;

-- migrations/versions/e1.lua:5
DROP TYPE mood;
