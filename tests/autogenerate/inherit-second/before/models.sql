CREATE TABLE first (a integer, g integer GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE second (a integer, z integer);
CREATE TABLE third (n integer);
CREATE TABLE child (own integer) INHERITS (first);
CREATE TABLE other (own integer) INHERITS (first);
