revision  a1
parent    <base>
message   constants that name something
created   2026-11-30T10:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA store;

-- migrations/versions/a1.lua:5
CREATE SEQUENCE ticket;

-- migrations/versions/a1.lua:7
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);

-- migrations/versions/a1.lua:8
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple);

-- migrations/versions/a1.lua:9
CREATE TYPE state AS ENUM ('open');

-- migrations/versions/a1.lua:10
CREATE FUNCTION weight(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';

-- migrations/versions/a1.lua:11
CREATE TABLE pages (body text, found tsvector GENERATED ALWAYS AS (to_tsvector('words', body)) STORED);

-- migrations/versions/a1.lua:12
CREATE INDEX pages_found ON pages USING gin (to_tsvector('words', lower(body)));

-- migrations/versions/a1.lua:13
CREATE VIEW named AS
			SELECT nextval('ticket') AS ticket, E'ticket'::regclass AS of, to_tsvector('public.words', body) AS words,
				ts_lexize('plain', body) AS plain, 'weight(integer)'::regprocedure AS weighs, 'weight'::regproc AS weight,
				'state'::regtype AS state, 'store'::regnamespace AS store
			FROM pages;

-- migrations/versions/a1.lua:18
CREATE FUNCTION next_ticket() RETURNS bigint RETURN nextval('ticket');

-- migrations/versions/a1.lua:19
CREATE DOMAIN ticket_number AS bigint DEFAULT nextval('ticket');

downgrade (derived)

-- migrations/versions/a1.lua:19
DROP DOMAIN ticket_number;

-- migrations/versions/a1.lua:18
DROP FUNCTION next_ticket();

-- migrations/versions/a1.lua:13
DROP VIEW named;

-- migrations/versions/a1.lua:12
DROP INDEX pages_found;

-- migrations/versions/a1.lua:11, loses data
DROP TABLE pages;

-- migrations/versions/a1.lua:10
DROP FUNCTION weight(integer);

-- migrations/versions/a1.lua:9
DROP TYPE state;

-- migrations/versions/a1.lua:8
DROP TEXT SEARCH DICTIONARY plain;

-- migrations/versions/a1.lua:7
DROP TEXT SEARCH CONFIGURATION words;

-- migrations/versions/a1.lua:5, loses data
DROP SEQUENCE ticket;

-- migrations/versions/a1.lua:4
DROP SCHEMA store;

revision  a2
parent    a1
message   they follow its name
created   2026-11-30T10:00:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER SEQUENCE ticket RENAME TO "Next ticket";

-- migrations/versions/a2.lua:5
ALTER SCHEMA store RENAME TO "shop's";

-- migrations/versions/a2.lua:6
ALTER TEXT SEARCH CONFIGURATION words RENAME TO terms;

-- migrations/versions/a2.lua:7
ALTER TEXT SEARCH DICTIONARY plain SET SCHEMA "shop's";

-- migrations/versions/a2.lua:8
ALTER FUNCTION weight(integer) RENAME TO mass;

-- migrations/versions/a2.lua:9
ALTER TYPE state RENAME TO status;

downgrade (derived)

-- migrations/versions/a2.lua:9
ALTER TYPE status RENAME TO state;

-- migrations/versions/a2.lua:8
ALTER FUNCTION mass(integer) RENAME TO weight;

-- migrations/versions/a2.lua:7
ALTER TEXT SEARCH DICTIONARY "shop's".plain SET SCHEMA public;

-- migrations/versions/a2.lua:6
ALTER TEXT SEARCH CONFIGURATION terms RENAME TO words;

-- migrations/versions/a2.lua:5
ALTER SCHEMA "shop's" RENAME TO store;

-- migrations/versions/a2.lua:4
ALTER SEQUENCE "Next ticket" RENAME TO ticket;

-- migrations/versions/a2.lua:1
CREATE OR REPLACE VIEW named AS
			SELECT nextval('ticket') AS ticket, E'ticket'::regclass AS of, to_tsvector('public.words', body) AS words,
				ts_lexize('plain', body) AS plain, 'weight(integer)'::regprocedure AS weighs, 'weight'::regproc AS weight,
				'state'::regtype AS state, 'store'::regnamespace AS store
			FROM pages;

revision  a3
parent    a2
message   and come back with it
created   2026-11-30T10:00:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
DROP VIEW named;

-- migrations/versions/a3.lua:6
DROP FUNCTION next_ticket();

-- migrations/versions/a3.lua:7
DROP DOMAIN ticket_number;

-- migrations/versions/a3.lua:8
DROP TEXT SEARCH CONFIGURATION terms CASCADE;

downgrade (derived)

-- migrations/versions/a3.lua:8
CREATE TEXT SEARCH CONFIGURATION terms (COPY = simple);

-- migrations/versions/a3.lua:8
ALTER TABLE pages
  ADD COLUMN found tsvector GENERATED ALWAYS AS (to_tsvector('terms', body)) STORED;

-- migrations/versions/a3.lua:8
CREATE INDEX pages_found ON pages USING gin (to_tsvector('terms', lower(body)));

-- migrations/versions/a3.lua:7
CREATE DOMAIN ticket_number AS bigint DEFAULT nextval('"Next ticket"');

-- migrations/versions/a3.lua:6
CREATE FUNCTION next_ticket() RETURNS bigint RETURN nextval('"Next ticket"');

-- migrations/versions/a3.lua:5
CREATE VIEW named AS
			SELECT nextval('"Next ticket"') AS ticket, '"Next ticket"'::regclass AS of, to_tsvector('terms', body) AS words,
				ts_lexize('"shop''s".plain', body) AS plain, 'mass(integer)'::regprocedure AS weighs, 'mass'::regproc AS weight,
				'status'::regtype AS state, '"shop''s"'::regnamespace AS store
			FROM pages;

revision  a4
parent    a3
message   functions named with their types
created   2026-11-30T01:40:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5
CREATE SCHEMA far;

-- migrations/versions/a4.lua:6
CREATE TYPE grade AS ENUM ('good');

-- migrations/versions/a4.lua:7
CREATE TYPE pair AS (a integer);

-- migrations/versions/a4.lua:8
CREATE FUNCTION far.graded(grade[], pair, integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a4.lua:9
CREATE VIEW graded AS SELECT 'far.graded(grade[], pair, integer)'::regprocedure AS graded;

-- migrations/versions/a4.lua:10
CREATE TABLE grades (graded regprocedure DEFAULT 'far.graded(grade[], pair, integer)'::regprocedure);

downgrade (derived)

-- migrations/versions/a4.lua:10, loses data
DROP TABLE grades;

-- migrations/versions/a4.lua:9
DROP VIEW graded;

-- migrations/versions/a4.lua:8
DROP FUNCTION far.graded(grade[], pair, integer);

-- migrations/versions/a4.lua:7
DROP TYPE pair;

-- migrations/versions/a4.lua:6
DROP TYPE grade;

-- migrations/versions/a4.lua:5
DROP SCHEMA far;

revision  a5
parent    a4
message   which have other names
created   2026-11-30T01:40:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
ALTER TYPE grade RENAME TO mark;

-- migrations/versions/a5.lua:6
ALTER TYPE pair SET SCHEMA far;

-- migrations/versions/a5.lua:7
ALTER FUNCTION far.graded(mark[], far.pair, integer) SET SCHEMA public;

downgrade (derived)

-- migrations/versions/a5.lua:7
ALTER FUNCTION graded(mark[], far.pair, integer) SET SCHEMA far;

-- migrations/versions/a5.lua:6
ALTER TYPE far.pair SET SCHEMA public;

-- migrations/versions/a5.lua:4
ALTER TYPE mark RENAME TO grade;

revision  a6 (head)
parent    a5
message   and come back with them
created   2026-11-30T01:40:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4
DROP VIEW graded;

-- migrations/versions/a6.lua:5, loses data
DROP TABLE grades;

downgrade (derived)

-- migrations/versions/a6.lua:5
CREATE TABLE grades (
  graded regprocedure DEFAULT 'graded(mark[], far.pair, integer)'::regprocedure
);

-- migrations/versions/a6.lua:4
CREATE VIEW graded AS SELECT 'graded(mark[], far.pair, integer)'::regprocedure AS graded;
