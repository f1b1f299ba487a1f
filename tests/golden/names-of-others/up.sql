revision  a0de00000001
parent    <base>
message   What ALTER INDEX takes for an index, and more
created   
file      migrations/versions/a0de00000001.lua

upgrade

-- migrations/versions/a0de00000001.lua:9
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, n int);

-- migrations/versions/a0de00000001.lua:10
CREATE TABLE of_query AS SELECT 1 AS one;

-- migrations/versions/a0de00000001.lua:11
CREATE VIEW v AS SELECT id FROM t;

-- migrations/versions/a0de00000001.lua:12
CREATE MATERIALIZED VIEW m AS SELECT id FROM t;

-- migrations/versions/a0de00000001.lua:13
CREATE SEQUENCE q;

-- migrations/versions/a0de00000001.lua:14
CREATE SEQUENCE q2;

-- migrations/versions/a0de00000001.lua:15
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a0de00000001.lua:16
CREATE SCHEMA s;

downgrade

-- migrations/versions/a0de00000001.lua:22
DROP SCHEMA s;

-- migrations/versions/a0de00000001.lua:23
DROP TYPE mood;

-- migrations/versions/a0de00000001.lua:24, loses data
DROP SEQUENCE q, q2;

-- migrations/versions/a0de00000001.lua:25
DROP MATERIALIZED VIEW m;

-- migrations/versions/a0de00000001.lua:26
DROP VIEW v;

-- migrations/versions/a0de00000001.lua:27, loses data
DROP TABLE of_query, t;

revision  a0de00000002
parent    a0de00000001
message   Their names change
created   
file      migrations/versions/a0de00000002.lua

upgrade

-- migrations/versions/a0de00000002.lua:9
ALTER INDEX t RENAME TO t_new;

-- migrations/versions/a0de00000002.lua:10
ALTER INDEX v RENAME TO v_new;

-- migrations/versions/a0de00000002.lua:11
ALTER INDEX m RENAME TO m_new;

-- migrations/versions/a0de00000002.lua:12
ALTER INDEX q RENAME TO q_new;

-- migrations/versions/a0de00000002.lua:13
ALTER INDEX t_id_seq RENAME TO t_id_new;

downgrade (derived)

-- migrations/versions/a0de00000002.lua:13
ALTER SEQUENCE t_id_new RENAME TO t_id_seq;

-- migrations/versions/a0de00000002.lua:12
ALTER SEQUENCE q_new RENAME TO q;

-- migrations/versions/a0de00000002.lua:11
ALTER MATERIALIZED VIEW m_new RENAME TO m;

-- migrations/versions/a0de00000002.lua:10
ALTER VIEW v_new RENAME TO v;

-- migrations/versions/a0de00000002.lua:9
ALTER TABLE t_new RENAME TO t;

revision  a0de00000003 (head)
parent    a0de00000002
message   They are named twice
created   
file      migrations/versions/a0de00000003.lua

upgrade

-- migrations/versions/a0de00000003.lua:9, loses data
DROP SEQUENCE q2, public.q2;

-- migrations/versions/a0de00000003.lua:10
DROP TYPE mood, mood;

-- migrations/versions/a0de00000003.lua:11
DROP SCHEMA s, s;

downgrade (derived)

-- migrations/versions/a0de00000003.lua:11
CREATE SCHEMA s;

-- migrations/versions/a0de00000003.lua:10
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- migrations/versions/a0de00000003.lua:9
CREATE SEQUENCE q2;
