revision  c0719e000001
parent    <base>
message   A trigger that is a constraint by name
created   
file      migrations/versions/c0719e000001.lua

upgrade

-- migrations/versions/c0719e000001.lua:8
CREATE TABLE items (
  id integer,
  name text
);

-- migrations/versions/c0719e000001.lua:9
CREATE TABLE orders (
  id integer
);

-- migrations/versions/c0719e000001.lua:11
CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;

-- migrations/versions/c0719e000001.lua:12
CREATE CONSTRAINT TRIGGER items_id_check AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION look();

-- migrations/versions/c0719e000001.lua:13
CREATE TRIGGER items_name_check AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION look();

downgrade (derived)

-- migrations/versions/c0719e000001.lua:13
DROP TRIGGER items_name_check ON orders;

-- migrations/versions/c0719e000001.lua:12
DROP TRIGGER items_id_check ON orders;

-- migrations/versions/c0719e000001.lua:11
DROP FUNCTION look();

-- migrations/versions/c0719e000001.lua:9, loses data
DROP TABLE orders;

-- migrations/versions/c0719e000001.lua:8, loses data
DROP TABLE items;

revision  c0719e000002 (head)
parent    c0719e000001
message   Its name is not chosen
created   
file      migrations/versions/c0719e000002.lua

upgrade

-- migrations/versions/c0719e000002.lua:8
ALTER TABLE items
  ADD CONSTRAINT items_id_check1 CHECK (id IS DISTINCT FROM '7');

-- migrations/versions/c0719e000002.lua:9
ALTER TABLE items ADD CONSTRAINT items_name_check CHECK (name <> '');

downgrade (derived)

-- migrations/versions/c0719e000002.lua:9
ALTER TABLE items DROP CONSTRAINT items_name_check;

-- migrations/versions/c0719e000002.lua:8
ALTER TABLE items DROP CONSTRAINT items_id_check1;
