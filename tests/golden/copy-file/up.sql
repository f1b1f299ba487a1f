revision  a1
parent    <base>
message   a new table and its rows
created   2026-11-23T10:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a1.lua:5
CREATE TABLE countries (
  code character(2) NOT NULL,
  name text NOT NULL,
  area numeric(10,1),
  note text DEFAULT 'none',
  CONSTRAINT countries_pkey PRIMARY KEY (code),
  CONSTRAINT countries_name_key UNIQUE (name)
);

-- migrations/versions/a1.lua:11
CREATE TABLE people (
  id bigint GENERATED ALWAYS AS IDENTITY,
  name character varying(40) NOT NULL,
  mood mood NOT NULL DEFAULT 'ok',
  tags text[],
  born date,
  country character(2),
  upper_name text GENERATED ALWAYS AS (upper(name)) STORED,
  CONSTRAINT people_pkey PRIMARY KEY (id),
  CONSTRAINT people_country_fkey FOREIGN KEY (country) REFERENCES countries (code)
);

-- migrations/versions/a1.lua:20
COPY countries (code, name, area) FROM STDIN;
-- 3 rows, 83 bytes, of migrations/data/countries.csv

downgrade (derived)

-- migrations/versions/a1.lua:11, loses data
DROP TABLE people;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE countries;

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2
parent    a1
message   rows of tables that were there
created   2026-11-23T10:00:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
COPY countries (code, name, note) FROM STDIN;
-- 3 rows, 35 bytes, of migrations/data/more.csv

-- migrations/versions/a2.lua:12
COPY people (id, name, mood, tags, born, country) FROM STDIN;
-- 3 rows, 80 bytes, of migrations/data/people.csv

-- migrations/versions/a2.lua:13
CREATE VIEW short AS SELECT code, name FROM countries;

-- migrations/versions/a2.lua:14
CREATE FUNCTION put() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO countries (code, name) VALUES (new.code, new.name); RETURN new; END $$;

-- migrations/versions/a2.lua:15
CREATE TRIGGER put INSTEAD OF INSERT ON short FOR EACH ROW EXECUTE FUNCTION put();

-- migrations/versions/a2.lua:16
CREATE TABLE lines (
  line text,
  no integer GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT lines_pkey PRIMARY KEY (no)
);

-- migrations/versions/a2.lua:17
COPY lines (line) FROM STDIN;
-- 7 rows, 27 bytes, of migrations/data/lines.csv

downgrade (derived)

-- migrations/versions/a2.lua:16, loses data
DROP TABLE lines;

-- migrations/versions/a2.lua:15
DROP TRIGGER put ON short;

-- migrations/versions/a2.lua:14
DROP FUNCTION put();

-- migrations/versions/a2.lua:13
DROP VIEW short;

-- migrations/versions/a2.lua:12, loses data
DELETE FROM people WHERE id IN (
  '12',
  '11',
  '10'
);

-- migrations/versions/a2.lua:4, loses data
DELETE FROM countries WHERE code IN (
  'ES',
  'FR',
  'AT'
);

revision  a3 (head)
parent    a2
message   no way back
created   2026-11-23T10:00:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
COPY lines (line) FROM STDIN;
-- 7 rows, 27 bytes, of migrations/data/lines.csv

-- migrations/versions/a3.lua:5
COPY short (code, name) FROM STDIN;
-- 1 row, 7 bytes, of migrations/data/short.csv

downgrade: there is none
migrations/versions/a3.lua:4: copy_file: a row does not say its primary key as a literal; write a downgrade()
migrations/versions/a3.lua:5: copy_file: its table is not followed; write a downgrade()
