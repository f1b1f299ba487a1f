revision  a
parent    <base>
message   tables, and a view of one of them
created   
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE TABLE seen (
  id bigint NOT NULL,
  name text,
  CONSTRAINT seen_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:5
CREATE TABLE other (
  id bigint NOT NULL,
  CONSTRAINT other_pkey PRIMARY KEY (id)
);

-- migrations/versions/a.lua:6
CREATE TABLE third (
  id bigint,
  CONSTRAINT third_id_fkey FOREIGN KEY (id) REFERENCES other (id)
);

-- migrations/versions/a.lua:7
CREATE VIEW v AS SELECT name FROM seen;

-- migrations/versions/a.lua:8
GRANT SELECT ON third TO public;

downgrade (derived)

-- migrations/versions/a.lua:7
DROP VIEW v;

-- migrations/versions/a.lua:6, loses data
DROP TABLE third;

-- migrations/versions/a.lua:5, loses data
DROP TABLE other;

-- migrations/versions/a.lua:4, loses data
DROP TABLE seen;

revision  b
parent    a
message   cascade where no view is reached
created   
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4, loses data
DROP TABLE other CASCADE;

downgrade (derived)

-- migrations/versions/b.lua:4
CREATE TABLE other (
  id bigint NOT NULL,
  CONSTRAINT other_pkey PRIMARY KEY (id)
);

-- migrations/versions/b.lua:4
ALTER TABLE third
  ADD CONSTRAINT third_id_fkey FOREIGN KEY (id) REFERENCES other (id);

revision  c
parent    b
message   cascade where one is
created   
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4, loses data
ALTER TABLE seen DROP COLUMN name CASCADE;

downgrade (derived)

-- migrations/versions/c.lua:4
ALTER TABLE seen ADD COLUMN name text;

-- migrations/versions/c.lua:4
CREATE VIEW v AS SELECT name FROM seen;

revision  d (head)
parent    c
message   a table with a grant
created   
file      migrations/versions/d.lua

upgrade

-- migrations/versions/d.lua:4, loses data
DROP TABLE third;

downgrade (derived)

-- migrations/versions/d.lua:4
CREATE TABLE third (
  id bigint
);

-- migrations/versions/d.lua:4
GRANT SELECT ON TABLE third TO PUBLIC;
