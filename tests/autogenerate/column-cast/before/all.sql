CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE CAST (mood AS integer) WITH INOUT;
CREATE CAST (date AS mood) WITH INOUT AS ASSIGNMENT;
CREATE TABLE t (a integer, b date, c mood);
