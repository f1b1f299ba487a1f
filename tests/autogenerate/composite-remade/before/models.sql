CREATE DOMAIN zip AS text;
CREATE TYPE addr AS (street text, gone integer, zip zip, n text);
CREATE TYPE person AS (name text, at addr, others addr[]);
CREATE DOMAIN home AS addr;
CREATE DOMAIN homes AS addr[];
CREATE TYPE empty AS (zip zip);
CREATE TABLE t (id bigint PRIMARY KEY, a addr, h addr[], p person, d home, ds homes, e empty);
CREATE VIEW v AS SELECT id, (a).street, p FROM t;
COMMENT ON COLUMN addr.street IS 'a street';
