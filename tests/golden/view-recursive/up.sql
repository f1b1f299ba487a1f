revision  a1
parent    <base>
message   a recursive view
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app;

-- migrations/versions/a1.lua:6
CREATE RECURSIVE VIEW app.numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 10;

-- migrations/versions/a1.lua:7
CREATE VIEW few AS SELECT n FROM app.numbers LIMIT 3;

downgrade (derived)

-- migrations/versions/a1.lua:7
DROP VIEW few;

-- migrations/versions/a1.lua:6
DROP VIEW app.numbers;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   is renamed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER VIEW app.numbers RENAME TO counted;

-- migrations/versions/a2.lua:5
ALTER VIEW app.counted RENAME COLUMN n TO number;

downgrade (derived)

-- migrations/versions/a2.lua:5
ALTER TABLE app.counted RENAME COLUMN number TO n;

-- migrations/versions/a2.lua:4
ALTER VIEW app.counted RENAME TO numbers;

revision  a3 (head)
parent    a2
message   is dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP VIEW app.counted CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:4
CREATE VIEW app.counted (number) AS WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 10) SELECT n FROM numbers;

-- migrations/versions/a3.lua:4
CREATE VIEW few AS SELECT number AS n FROM app.counted LIMIT 3;
