revision  a1
parent    <base>
message   A schema with all that it begins with
created   2026-11-30T00:40:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';

-- migrations/versions/a1.lua:6
CREATE TABLE item (code text PRIMARY KEY);

-- migrations/versions/a1.lua:7
CREATE SCHEMA shop
			GRANT SELECT ON item TO elements_owner WITH GRANT OPTION
			CREATE TRIGGER stamped BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION stamp()
			CREATE UNIQUE INDEX ON item (lower(name))
			CREATE VIEW dear AS SELECT id AS create, name, price FROM item WHERE price > 100
			CREATE TABLE item (id int DEFAULT nextval('numbers') PRIMARY KEY, name text, price numeric CHECK (price >= 0))
			CREATE TABLE sale (item int REFERENCES item, code text REFERENCES public.item)
			CREATE SEQUENCE numbers;

downgrade (derived)

-- migrations/versions/a1.lua:7
DROP TRIGGER stamped ON shop.item;

-- migrations/versions/a1.lua:7
DROP VIEW shop.dear;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE shop.sale, shop.item;

-- migrations/versions/a1.lua:7, loses data
DROP SEQUENCE shop.numbers;

-- migrations/versions/a1.lua:7
DROP SCHEMA shop;

-- migrations/versions/a1.lua:6, loses data
DROP TABLE item;

-- migrations/versions/a1.lua:5
DROP FUNCTION stamp();

revision  a2
parent    a1
message   It is changed
created   2026-11-30T00:40:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE shop.item ADD COLUMN size text;

-- migrations/versions/a2.lua:5
CREATE OR REPLACE VIEW shop.dear AS SELECT id AS create, name, price, size FROM shop.item WHERE price > 200;

downgrade (derived)

-- migrations/versions/a2.lua:5
DROP VIEW shop.dear;

-- migrations/versions/a2.lua:5
CREATE VIEW shop.dear AS SELECT id AS create, name, price FROM shop.item WHERE price > 100;

-- migrations/versions/a2.lua:4, loses data
ALTER TABLE shop.item DROP COLUMN size;

revision  a3
parent    a2
message   Another role's
created   2026-11-30T00:40:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
CREATE SCHEMA AUTHORIZATION elements_owner CREATE TABLE own (id serial PRIMARY KEY) CREATE VIEW v AS SELECT id FROM own;

downgrade (derived)

-- migrations/versions/a3.lua:4
DROP VIEW elements_owner.v;

-- migrations/versions/a3.lua:4, loses data
DROP TABLE elements_owner.own;

-- migrations/versions/a3.lua:4
DROP SCHEMA elements_owner;

revision  a4 (head)
parent    a3
message   And they go
created   2026-11-30T00:40:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4, loses data
DROP SCHEMA shop CASCADE;

-- migrations/versions/a4.lua:5, loses data
DROP SCHEMA elements_owner CASCADE;

downgrade (derived)

-- migrations/versions/a4.lua:5
CREATE SCHEMA elements_owner AUTHORIZATION elements_owner;

-- migrations/versions/a4.lua:5
CREATE SEQUENCE elements_owner.own_id_seq AS integer;

-- migrations/versions/a4.lua:5
CREATE TABLE elements_owner.own (
  id integer NOT NULL DEFAULT nextval('elements_owner.own_id_seq'::regclass),
  CONSTRAINT own_pkey PRIMARY KEY (id)
);

-- migrations/versions/a4.lua:5
ALTER SEQUENCE elements_owner.own_id_seq OWNED BY elements_owner.own.id;

-- migrations/versions/a4.lua:5
CREATE VIEW elements_owner.v AS SELECT id FROM elements_owner.own;

-- migrations/versions/a4.lua:5
ALTER TABLE elements_owner.own OWNER TO elements_owner;

-- migrations/versions/a4.lua:5
ALTER VIEW elements_owner.v OWNER TO elements_owner;

-- migrations/versions/a4.lua:4
CREATE SCHEMA shop;

-- migrations/versions/a4.lua:4
CREATE SEQUENCE shop.numbers;

-- migrations/versions/a4.lua:4
CREATE TABLE shop.sale (
  item integer,
  code text
);

-- migrations/versions/a4.lua:4
CREATE TABLE shop.item (
  id integer NOT NULL DEFAULT nextval('shop.numbers'),
  name text,
  price numeric,
  size text,
  CONSTRAINT item_price_check CHECK (price >= 0),
  CONSTRAINT item_pkey PRIMARY KEY (id)
);

-- migrations/versions/a4.lua:4
CREATE UNIQUE INDEX item_lower_idx ON shop.item (lower(name));

-- migrations/versions/a4.lua:4
ALTER TABLE shop.sale
  ADD CONSTRAINT sale_item_fkey FOREIGN KEY (item) REFERENCES shop.item (id);

-- migrations/versions/a4.lua:4
ALTER TABLE shop.sale
  ADD CONSTRAINT sale_code_fkey FOREIGN KEY (code) REFERENCES item (code);

-- migrations/versions/a4.lua:4
CREATE TRIGGER stamped BEFORE INSERT ON shop.item FOR EACH ROW EXECUTE FUNCTION stamp();

-- migrations/versions/a4.lua:4
CREATE VIEW shop.dear AS SELECT id AS create, name, price, size FROM shop.item WHERE price > 200;

-- migrations/versions/a4.lua:4
GRANT SELECT ON TABLE shop.item TO elements_owner WITH GRANT OPTION;
