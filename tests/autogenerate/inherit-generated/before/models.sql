CREATE TABLE doubles (id integer, twice integer GENERATED ALWAYS AS (id * 2) STORED);
