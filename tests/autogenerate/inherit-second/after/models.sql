-- what the first parent gains comes from there, and what the second one asks for is given
CREATE TABLE first (
	a integer,
	g integer GENERATED ALWAYS AS (a * 3) STORED,
	n integer,
	CONSTRAINT pos CHECK (n > 0)
);
CREATE TABLE second (a integer, z integer, CONSTRAINT high CHECK (z > 0));
CREATE TABLE third (n integer, CONSTRAINT pos CHECK (n > 0));
CREATE TABLE child (own integer, z integer, CONSTRAINT high CHECK (z > 0)) INHERITS (first, second);
CREATE TABLE other (own integer) INHERITS (first, third);
