revision {
  id = "5c1ab1e00002",
  parent = "5c1ab1e00001",
  message = "Changes in SQL",
}

function upgrade()
  execute [[
    ALTER TABLE t ADD CONSTRAINT later CHECK (q > 0), ADD COLUMN q int DEFAULT 5 NOT NULL UNIQUE, ALTER a SET DEFAULT 7, ALTER at TYPE timestamptz(3), DROP CONSTRAINT small;
  ]]
  execute [[ALTER TABLE t RENAME COLUMN b TO bee; ALTER TABLE t RENAME TO tee; ALTER TABLE tee SET LOGGED]]
  execute [[ALTER TABLE ONLY tee ALTER a DROP DEFAULT; ALTER TABLE tee SET (fillfactor = 80), RESET (autovacuum_enabled)]]
  execute [[ALTER TABLE places ALTER id SET GENERATED ALWAYS SET INCREMENT 5, ALTER a SET STATISTICS 7, ALTER code SET STORAGE main, ALTER b SET (n_distinct = 4)]]
  execute [[ALTER TABLE places ALTER id DROP IDENTITY]]
  execute [[CREATE SCHEMA s; ALTER TABLE kid SET SCHEMA s; ALTER TABLE places SET SCHEMA s]]
  execute [[ALTER TABLE p DETACH PARTITION p1]]
  execute [[ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM ('2026-01-01', MINVALUE) TO ('2028-01-01', MAXVALUE)]]
  execute [[ALTER TABLE IF EXISTS nowhere ADD COLUMN x int; DROP TABLE IF EXISTS nowhere]]
  execute [[ALTER TABLE tee DROP COLUMN a CASCADE]]
  execute [[DROP TABLE p; DROP TABLE tee CASCADE]]
end
