CREATE COLLATION own (locale = 'POSIX');
COMMENT ON COLLATION own IS 'ours';
CREATE DOMAIN word AS text COLLATE own;
CREATE TABLE t (
  id integer PRIMARY KEY,
  a text COLLATE own NOT NULL DEFAULT 'x' UNIQUE,
  b text CHECK (b COLLATE own > 'a'),
  c text,
  d text GENERATED ALWAYS AS (lower(c COLLATE own)) STORED,
  e varchar(10) COLLATE own,
  f word
);
ALTER TABLE t ALTER a SET STORAGE external;
CREATE INDEX i ON t (a, c COLLATE own);
CREATE INDEX j ON t (lower(a));
CREATE INDEX k ON t (lower(a COLLATE own));
CREATE INDEX l ON t (e) WHERE e > 'b' COLLATE own;
CREATE TABLE below (more integer) INHERITS (t);
CREATE TABLE refers (a text COLLATE own REFERENCES t (a));
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT c COLLATE own AS c FROM t;
CREATE TABLE parts (n integer, x text COLLATE own) PARTITION BY LIST (n);
CREATE TABLE part PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE beside (a text COLLATE "C" DEFAULT 'y');
