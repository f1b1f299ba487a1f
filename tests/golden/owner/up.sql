revision  a1
parent    <base>
message   all is owned by who makes it
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA app AUTHORIZATION golden_alice;

-- migrations/versions/a1.lua:5
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a1.lua:6
CREATE SEQUENCE counter;

-- migrations/versions/a1.lua:7
CREATE TABLE t (
  id bigserial,
  n integer GENERATED ALWAYS AS IDENTITY,
  m mood
);

-- migrations/versions/a1.lua:9
CREATE VIEW v AS SELECT id FROM t;

-- migrations/versions/a1.lua:10
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;

-- migrations/versions/a1.lua:11
CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';

-- migrations/versions/a1.lua:12
GRANT SELECT ON t TO "Golden bob";

downgrade (derived)

-- migrations/versions/a1.lua:12
REVOKE SELECT ON TABLE t FROM "Golden bob";

-- migrations/versions/a1.lua:11
DROP FUNCTION f(integer);

-- migrations/versions/a1.lua:10
DROP MATERIALIZED VIEW mv;

-- migrations/versions/a1.lua:9
DROP VIEW v;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:6, loses data
DROP SEQUENCE counter;

-- migrations/versions/a1.lua:5
DROP TYPE mood;

-- migrations/versions/a1.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   it gets other owners
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER TABLE t OWNER TO "Golden bob";

-- migrations/versions/a2.lua:6
ALTER SEQUENCE counter OWNER TO golden_alice;

-- migrations/versions/a2.lua:7
ALTER TYPE mood OWNER TO golden_alice;

-- migrations/versions/a2.lua:8
ALTER VIEW v OWNER TO golden_alice;

-- migrations/versions/a2.lua:9
ALTER TABLE mv OWNER TO golden_alice;

-- migrations/versions/a2.lua:10
ALTER FUNCTION f OWNER TO golden_alice;

-- migrations/versions/a2.lua:11
ALTER SCHEMA app OWNER TO "Golden bob";

downgrade (derived)

-- migrations/versions/a2.lua:11
ALTER SCHEMA app OWNER TO golden_alice;

-- migrations/versions/a2.lua:10
ALTER FUNCTION f(integer) OWNER TO CURRENT_USER;

-- migrations/versions/a2.lua:9
ALTER MATERIALIZED VIEW mv OWNER TO CURRENT_USER;

-- migrations/versions/a2.lua:8
ALTER VIEW v OWNER TO CURRENT_USER;

-- migrations/versions/a2.lua:7
ALTER TYPE mood OWNER TO CURRENT_USER;

-- migrations/versions/a2.lua:6
ALTER SEQUENCE counter OWNER TO CURRENT_USER;

-- migrations/versions/a2.lua:5
ALTER TABLE t OWNER TO CURRENT_USER;

-- migrations/versions/a2.lua:5
GRANT SELECT ON TABLE t TO "Golden bob";

revision  a3
parent    a2
message   and others again
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE t ADD COLUMN more serial;

-- migrations/versions/a3.lua:6
ALTER TABLE t OWNER TO golden_alice;

-- migrations/versions/a3.lua:7
ALTER VIEW v OWNER TO CURRENT_USER;

-- migrations/versions/a3.lua:8
CREATE OR REPLACE VIEW v AS SELECT id, n FROM t;

-- migrations/versions/a3.lua:9
CREATE OR REPLACE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';

-- migrations/versions/a3.lua:11
ALTER TYPE mood RENAME TO mood_old;

-- migrations/versions/a3.lua:11
CREATE TYPE mood AS ENUM ('happy');

-- migrations/versions/a3.lua:11
ALTER TABLE t
  ALTER COLUMN m TYPE mood USING m::text::mood;

-- migrations/versions/a3.lua:11
DROP TYPE mood_old;

-- migrations/versions/a3.lua:11
ALTER TYPE mood OWNER TO golden_alice;

downgrade (derived)

-- migrations/versions/a3.lua:11
ALTER TYPE mood ADD VALUE 'sad' BEFORE 'happy';

-- migrations/versions/a3.lua:9
CREATE OR REPLACE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';

-- migrations/versions/a3.lua:8
DROP VIEW v;

-- migrations/versions/a3.lua:8
CREATE VIEW v AS SELECT id FROM t;

-- migrations/versions/a3.lua:7
ALTER VIEW v OWNER TO golden_alice;

-- migrations/versions/a3.lua:6
ALTER TABLE t OWNER TO "Golden bob";

-- migrations/versions/a3.lua:4, loses data
ALTER TABLE t DROP COLUMN more;

revision  a4 (head)
parent    a3
message   what goes comes back with its owner
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
DROP VIEW v;

-- migrations/versions/a4.lua:4
DROP MATERIALIZED VIEW mv;

-- migrations/versions/a4.lua:4
DROP FUNCTION f;

-- migrations/versions/a4.lua:5, loses data
DROP TABLE t;

-- migrations/versions/a4.lua:6, loses data
DROP SEQUENCE counter;

-- migrations/versions/a4.lua:7
DROP TYPE mood;

-- migrations/versions/a4.lua:8
DROP SCHEMA app;

downgrade (derived)

-- migrations/versions/a4.lua:8
CREATE SCHEMA app AUTHORIZATION "Golden bob";

-- migrations/versions/a4.lua:7
CREATE TYPE mood AS ENUM ('happy');

-- migrations/versions/a4.lua:7
ALTER TYPE mood OWNER TO golden_alice;

-- migrations/versions/a4.lua:6
CREATE SEQUENCE counter;

-- migrations/versions/a4.lua:6
ALTER SEQUENCE counter OWNER TO golden_alice;

-- migrations/versions/a4.lua:5
CREATE SEQUENCE t_more_seq AS integer;

-- migrations/versions/a4.lua:5
CREATE SEQUENCE t_id_seq;

-- migrations/versions/a4.lua:5
CREATE TABLE t (
  id bigint NOT NULL DEFAULT nextval('t_id_seq'::regclass),
  n integer GENERATED ALWAYS AS IDENTITY,
  m mood,
  more integer NOT NULL DEFAULT nextval('t_more_seq'::regclass)
);

-- migrations/versions/a4.lua:5
ALTER SEQUENCE t_more_seq OWNED BY t.more;

-- migrations/versions/a4.lua:5
ALTER SEQUENCE t_id_seq OWNED BY t.id;

-- migrations/versions/a4.lua:5
ALTER TABLE t OWNER TO golden_alice;

-- migrations/versions/a4.lua:4
CREATE FUNCTION f(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';

-- migrations/versions/a4.lua:4
ALTER FUNCTION f(integer) OWNER TO golden_alice;

-- migrations/versions/a4.lua:4
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;

-- migrations/versions/a4.lua:4
ALTER MATERIALIZED VIEW mv OWNER TO golden_alice;

-- migrations/versions/a4.lua:4
CREATE VIEW v AS SELECT id, n FROM t;
