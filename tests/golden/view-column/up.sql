revision  a1
parent    <base>
message   views
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  name text,
  age integer,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:10
CREATE VIEW people AS SELECT id, name, age FROM users;

-- migrations/versions/a1.lua:11
CREATE VIEW named (who, "how old") AS SELECT name, age FROM users;

-- migrations/versions/a1.lua:12
CREATE VIEW adults AS SELECT p.name, p.age FROM people p WHERE p.age >= 18;

-- migrations/versions/a1.lua:13
CREATE MATERIALIZED VIEW ages AS SELECT age, count(*) AS n FROM people GROUP BY age;

-- migrations/versions/a1.lua:14
CREATE FUNCTION oldest() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(age) FROM people; END;

-- migrations/versions/a1.lua:15
CREATE RULE people_insert AS ON INSERT TO people DO INSTEAD INSERT INTO users VALUES (NEW.id, NEW.name, NEW.age);

-- migrations/versions/a1.lua:16
COMMENT ON COLUMN people.age IS 'in years';

-- migrations/versions/a1.lua:17
GRANT SELECT (name, age) ON people TO PUBLIC;

-- migrations/versions/a1.lua:18
ALTER VIEW people ALTER COLUMN age SET DEFAULT 30;

downgrade (derived)

-- migrations/versions/a1.lua:18
ALTER TABLE people ALTER COLUMN age DROP DEFAULT;

-- migrations/versions/a1.lua:17
REVOKE SELECT (name, age) ON TABLE people FROM PUBLIC;

-- migrations/versions/a1.lua:16
COMMENT ON COLUMN people.age IS NULL;

-- migrations/versions/a1.lua:15
DROP RULE people_insert ON people;

-- migrations/versions/a1.lua:14
DROP FUNCTION oldest();

-- migrations/versions/a1.lua:13
DROP MATERIALIZED VIEW ages;

-- migrations/versions/a1.lua:12
DROP VIEW adults;

-- migrations/versions/a1.lua:11
DROP VIEW named;

-- migrations/versions/a1.lua:10
DROP VIEW people;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   columns of views are renamed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER VIEW people RENAME COLUMN age TO years;

-- migrations/versions/a2.lua:6
ALTER TABLE named RENAME who TO "Who";

-- migrations/versions/a2.lua:7
ALTER MATERIALIZED VIEW ages RENAME COLUMN n TO number;

-- migrations/versions/a2.lua:9
ALTER TABLE adults RENAME COLUMN name TO called;

-- migrations/versions/a2.lua:10
CREATE VIEW old AS SELECT * FROM people WHERE years > 80;

-- migrations/versions/a2.lua:11
ALTER TABLE users RENAME COLUMN age TO old;

downgrade (derived)

-- migrations/versions/a2.lua:11
ALTER TABLE users RENAME COLUMN old TO age;

-- migrations/versions/a2.lua:10
DROP VIEW old;

-- migrations/versions/a2.lua:9
ALTER TABLE adults RENAME COLUMN called TO name;

-- migrations/versions/a2.lua:7
ALTER TABLE ages RENAME COLUMN number TO n;

-- migrations/versions/a2.lua:6
ALTER TABLE named RENAME COLUMN "Who" TO who;

-- migrations/versions/a2.lua:5
ALTER TABLE people RENAME COLUMN years TO age;

revision  a3
parent    a2
message   they go, and come back with their names
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP VIEW old;

-- migrations/versions/a3.lua:5
DROP VIEW people CASCADE;

-- migrations/versions/a3.lua:6
DROP VIEW named;

downgrade (derived)

-- migrations/versions/a3.lua:6
CREATE VIEW named ("Who", "how old") AS SELECT name, old AS age FROM users;

-- migrations/versions/a3.lua:5
CREATE VIEW people (id, name, years) AS SELECT id, name, old AS age FROM users;

-- migrations/versions/a3.lua:5
CREATE RULE people_insert AS ON INSERT TO people DO INSTEAD INSERT INTO users VALUES (NEW.id, NEW.name, NEW.years);

-- migrations/versions/a3.lua:5
CREATE FUNCTION oldest() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(years) FROM people; END;

-- migrations/versions/a3.lua:5
CREATE MATERIALIZED VIEW ages (age, number) AS SELECT years AS age, count(*) AS n FROM people GROUP BY years;

-- migrations/versions/a3.lua:5
CREATE VIEW adults (called, age) AS SELECT p.name, p.years AS age FROM people p WHERE p.years >= 18;

-- migrations/versions/a3.lua:5
ALTER TABLE people ALTER COLUMN years SET DEFAULT 30;

-- migrations/versions/a3.lua:5
GRANT SELECT (name, years) ON TABLE people TO PUBLIC;

-- migrations/versions/a3.lua:5
COMMENT ON COLUMN people.years IS 'in years';

-- migrations/versions/a3.lua:4
CREATE VIEW old AS SELECT people.id, people.name, people.years FROM people WHERE years > 80;

revision  a4
parent    a3
message   columns that are called by what gives them
created   2026-11-30T10:00:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5
CREATE TYPE shade AS ENUM ('light');

-- migrations/versions/a4.lua:6
CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * $1';

-- migrations/versions/a4.lua:7
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer);

-- migrations/versions/a4.lua:8
CREATE VIEW doubled AS SELECT twice(1), 'light'::shade, twice(2) AS two;

-- migrations/versions/a4.lua:9
CREATE VIEW totals (a) AS SELECT 1, total(n) FROM generate_series(1, 3) n;

-- migrations/versions/a4.lua:10
CREATE VIEW above AS SELECT twice + two AS sum, shade FROM doubled;

downgrade (derived)

-- migrations/versions/a4.lua:10
DROP VIEW above;

-- migrations/versions/a4.lua:9
DROP VIEW totals;

-- migrations/versions/a4.lua:8
DROP VIEW doubled;

-- migrations/versions/a4.lua:7
DROP AGGREGATE total(integer);

-- migrations/versions/a4.lua:6
DROP FUNCTION twice(integer);

-- migrations/versions/a4.lua:5
DROP TYPE shade;

revision  a5
parent    a4
message   and keep these names
created   2026-11-30T10:00:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
ALTER FUNCTION twice(integer) RENAME TO doubled;

-- migrations/versions/a5.lua:5
ALTER AGGREGATE total(integer) RENAME TO summed;

-- migrations/versions/a5.lua:6
ALTER TYPE shade RENAME TO hue;

downgrade (derived)

-- migrations/versions/a5.lua:6
ALTER TYPE hue RENAME TO shade;

-- migrations/versions/a5.lua:5
ALTER AGGREGATE summed(integer) RENAME TO total;

-- migrations/versions/a5.lua:4
ALTER FUNCTION doubled(integer) RENAME TO twice;

revision  a6 (head)
parent    a5
message   also when they come back
created   2026-11-30T10:00:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4
DROP VIEW doubled CASCADE;

-- migrations/versions/a6.lua:5
DROP VIEW totals;

downgrade (derived)

-- migrations/versions/a6.lua:5
CREATE VIEW totals (a, total) AS SELECT 1, summed(n) FROM generate_series(1, 3) n;

-- migrations/versions/a6.lua:4
CREATE VIEW doubled (twice, shade, two) AS SELECT doubled(1), 'light'::hue, doubled(2) AS two;

-- migrations/versions/a6.lua:4
CREATE VIEW above AS SELECT twice + two AS sum, shade FROM doubled;
