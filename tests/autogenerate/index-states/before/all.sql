-- what an index is for is said again where it is made anew, also where its column takes the old one along after all else
CREATE TABLE t (id integer NOT NULL, a integer NOT NULL, b integer);
CREATE UNIQUE INDEX kept ON t (id) INCLUDE (b);
CREATE INDEX sorted ON t (a) INCLUDE (b);
ALTER TABLE t CLUSTER ON sorted;
ALTER TABLE t REPLICA IDENTITY USING INDEX kept;
CREATE TABLE u (id integer NOT NULL, a integer, b integer);
CREATE UNIQUE INDEX kept_u ON u (id) INCLUDE (b);
CREATE INDEX sorted_u ON u (lower(a::text), b);
ALTER INDEX sorted_u ALTER COLUMN 1 SET STATISTICS 20;
ALTER TABLE u CLUSTER ON sorted_u;
ALTER TABLE u REPLICA IDENTITY USING INDEX kept_u;
CREATE VIEW v AS SELECT b FROM u;
CREATE TABLE w (id integer CONSTRAINT sorted_w PRIMARY KEY, a integer);
ALTER TABLE w CLUSTER ON sorted_w;
CREATE RULE ruled AS ON DELETE TO w DO ALSO UPDATE u SET b = 1;
