CREATE SCHEMA old;
CREATE TABLE old.t (id bigint PRIMARY KEY);
CREATE EXTENSION citext;
CREATE TABLE t (id bigint PRIMARY KEY, a integer, b integer, c citext);
CREATE TABLE u (id bigint PRIMARY KEY);
CREATE STATISTICS kinds_change (ndistinct) ON a, b FROM t;
CREATE STATISTICS gone ON id, a FROM t;
CREATE PUBLICATION tables_change FOR TABLE t;
CREATE PUBLICATION gone FOR TABLE u;
