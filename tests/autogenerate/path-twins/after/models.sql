-- what is called t is shop.t, though its type comes last
CREATE TABLE public.t (id int PRIMARY KEY, n int);
CREATE TABLE refers (t int REFERENCES t);
CREATE VIEW counted AS SELECT count(*) AS n FROM t;
CREATE TABLE rows (r t);
CREATE TABLE below () INHERITS (t);
CREATE VIEW seen AS SELECT p FROM t;
CREATE TABLE t (id int PRIMARY KEY, p kinds);
CREATE TABLE kinds (x int);
