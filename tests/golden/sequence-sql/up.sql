revision  a1
parent    <base>
message   sequences, in SQL
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA billing;

-- migrations/versions/a1.lua:5
CREATE TABLE t (a integer, b integer);

-- migrations/versions/a1.lua:6
CREATE SEQUENCE s1;

-- migrations/versions/a1.lua:7
CREATE SEQUENCE IF NOT EXISTS billing.s2 AS int2 START WITH 5 INCREMENT 2 MINVALUE 3 MAXVALUE 100 CACHE 4 CYCLE;

-- migrations/versions/a1.lua:8
CREATE SEQUENCE s3 NO MINVALUE NO MAXVALUE NO CYCLE OWNED BY public.t.b;

-- migrations/versions/a1.lua:9
CREATE SEQUENCE "S 4" INCREMENT -1 START -5;

-- migrations/versions/a1.lua:10
CREATE TEMP SEQUENCE s6;

-- migrations/versions/a1.lua:11
COMMENT ON SEQUENCE "S 4" IS 'odd';

downgrade (derived)

-- migrations/versions/a1.lua:11
COMMENT ON SEQUENCE "S 4" IS NULL;

-- migrations/versions/a1.lua:9, loses data
DROP SEQUENCE "S 4";

-- migrations/versions/a1.lua:8, loses data
DROP SEQUENCE s3;

-- migrations/versions/a1.lua:7, loses data
DROP SEQUENCE billing.s2;

-- migrations/versions/a1.lua:6, loses data
DROP SEQUENCE s1;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE t;

-- migrations/versions/a1.lua:4
DROP SCHEMA billing;

revision  a2 (head)
parent    a1
message   changes, in SQL
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER SEQUENCE s1 AS int INCREMENT 3 START 7 CACHE 2 CYCLE OWNED BY t.a;

-- migrations/versions/a2.lua:5
ALTER SEQUENCE IF EXISTS billing.s2 MINVALUE 1 NO MAXVALUE OWNED BY NONE;

-- migrations/versions/a2.lua:6
ALTER SEQUENCE "S 4" RENAME TO s5;

-- migrations/versions/a2.lua:7
ALTER SEQUENCE s5 SET SCHEMA billing;

-- migrations/versions/a2.lua:8, loses data
DROP SEQUENCE s3;

downgrade (derived)

-- migrations/versions/a2.lua:8
CREATE SEQUENCE s3;

-- migrations/versions/a2.lua:8
ALTER SEQUENCE s3 OWNED BY t.b;

-- migrations/versions/a2.lua:7
ALTER SEQUENCE billing.s5 SET SCHEMA public;

-- migrations/versions/a2.lua:6
ALTER SEQUENCE s5 RENAME TO "S 4";

-- migrations/versions/a2.lua:5
ALTER SEQUENCE billing.s2 MINVALUE 3 MAXVALUE 100;

-- migrations/versions/a2.lua:4
ALTER SEQUENCE s1 AS bigint START WITH 1 INCREMENT BY 1 CACHE 1 NO CYCLE;

-- migrations/versions/a2.lua:4
ALTER SEQUENCE s1 OWNED BY NONE;
