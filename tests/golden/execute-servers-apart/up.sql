revision  a
parent    <base>
message   the same thing for different servers
created   
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE TABLE t (
  id bigint NOT NULL,
  at timestamp with time zone,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:6, before PostgreSQL 16
CREATE TABLE log (id bigint, line text COMPRESSION pglz);

-- migrations/versions/a.lua:7, before PostgreSQL 16
CREATE TABLE only_old (id bigint);

-- migrations/versions/a.lua:10, since PostgreSQL 16
CREATE TABLE log (id bigint, line text, level integer);

-- migrations/versions/a.lua:11, since PostgreSQL 16
CREATE TABLE only_new (id bigint);

-- migrations/versions/a.lua:13
CREATE INDEX log_line ON log (line);

-- migrations/versions/a.lua:14, before PostgreSQL 15
CREATE VIEW v AS SELECT id FROM t;

-- migrations/versions/a.lua:15, since PostgreSQL 15
CREATE VIEW v WITH (security_invoker = on) AS SELECT id FROM t;

-- migrations/versions/a.lua:16, loses data, before PostgreSQL 16
DROP TABLE only_old;

-- migrations/versions/a.lua:17
GRANT SELECT ON v TO PUBLIC;

downgrade (derived)

-- migrations/versions/a.lua:17
REVOKE SELECT ON TABLE v FROM PUBLIC;

-- migrations/versions/a.lua:16, before PostgreSQL 16
CREATE TABLE only_old (
  id bigint
);

-- migrations/versions/a.lua:15, since PostgreSQL 15
DROP VIEW v;

-- migrations/versions/a.lua:14, before PostgreSQL 15
DROP VIEW v;

-- migrations/versions/a.lua:13
DROP INDEX log_line;

-- migrations/versions/a.lua:11, loses data, since PostgreSQL 16
DROP TABLE only_new;

-- migrations/versions/a.lua:10, loses data, since PostgreSQL 16
DROP TABLE log;

-- migrations/versions/a.lua:7, loses data, before PostgreSQL 16
DROP TABLE only_old;

-- migrations/versions/a.lua:6, loses data, before PostgreSQL 16
DROP TABLE log;

-- migrations/versions/a.lua:4, loses data
DROP TABLE t;

revision  b (head)
parent    a
message   with a way down
created   
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4, before PostgreSQL 15
ALTER TABLE t ADD n integer;

-- migrations/versions/b.lua:5, since PostgreSQL 15, before PostgreSQL 17
ALTER TABLE t ADD n bigint;

-- migrations/versions/b.lua:6, since PostgreSQL 17
ALTER TABLE t ADD n numeric;

-- migrations/versions/b.lua:7
CREATE INDEX t_n ON t (n);

downgrade

-- migrations/versions/b.lua:11
DROP INDEX t_n;

-- migrations/versions/b.lua:12, loses data, before PostgreSQL 16
ALTER TABLE t DROP n;

-- migrations/versions/b.lua:13, loses data, since PostgreSQL 16
ALTER TABLE t DROP n;
