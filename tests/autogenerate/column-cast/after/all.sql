CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE CAST (mood AS integer) WITH INOUT;
CREATE CAST (date AS mood) WITH INOUT AS ASSIGNMENT;
CREATE TABLE t (a tsvector, b mood, c integer);
