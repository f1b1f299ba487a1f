CREATE TABLE doubles (id integer, twice integer GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE leaves (id integer, twice integer) INHERITS (doubles);
CREATE TABLE comes (id integer, twice integer GENERATED ALWAYS AS (id * 2) STORED);
