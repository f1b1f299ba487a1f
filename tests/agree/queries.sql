CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN pos AS integer CHECK (VALUE > 0);
CREATE DOMAIN email AS text;
CREATE TYPE address AS (street text, number integer);
CREATE TABLE t_all (
	id integer PRIMARY KEY, s smallint, b bigint, n numeric(10,2), r real, d double precision, t text, v varchar(20), c char(5), yes boolean,
	day date, at time, ts timestamp, tz timestamptz, i interval, u uuid, j json, jb jsonb, raw bytea, ip inet, ints integer[], texts text[],
	ir int4range, dr daterange, tv tsvector, tq tsquery, p point, bits bit varying, cash money, o oid, nm name, x xml, m mood, ms mood[],
	po pos, em email, ad address, gen_a integer GENERATED ALWAYS AS (id * 2) STORED, gen_b bigint GENERATED ALWAYS AS IDENTITY
);
CREATE TABLE t_people (id bigint PRIMARY KEY, name text NOT NULL, mail email, feeling mood, home address, born date, tags text[] DEFAULT '{}');
CREATE TABLE t_orders (id integer PRIMARY KEY, person bigint REFERENCES t_people (id), total numeric, paid boolean, at timestamptz DEFAULT now(), items jsonb);
CREATE TABLE t_events (id bigint, at date NOT NULL, what text, many pos) PARTITION BY RANGE (at);
CREATE VIEW v_people AS SELECT id, upper(name) AS name, born, cardinality(tags) AS many FROM t_people;
CREATE VIEW v_totals AS SELECT person, sum(total) AS total, count(*) AS orders, max(at) AS latest FROM t_orders GROUP BY person;
CREATE MATERIALIZED VIEW m_events AS SELECT what, many, at::timestamp AS ts FROM t_events;
CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 * 2';
CREATE FUNCTION twice(text) RETURNS text LANGUAGE sql AS 'SELECT $1 || $1';
CREATE FUNCTION mood_of(bigint) RETURNS mood LANGUAGE sql AS 'SELECT feeling FROM t_people WHERE id = $1';
CREATE FUNCTION ages(date, integer DEFAULT 1) RETURNS interval LANGUAGE sql AS 'SELECT age($1) * $2';
CREATE FUNCTION homes() RETURNS SETOF address LANGUAGE sql AS 'SELECT home FROM t_people';
CREATE FUNCTION first_of(anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1[1]';
