revision  a1
parent    <base>
message   what a role owns
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE EXTENSION hstore;

-- migrations/versions/a.lua:5
CREATE TABLE theirs (
  a integer
);

-- migrations/versions/a.lua:6
CREATE TABLE kept (
  a integer
);

-- migrations/versions/a.lua:8
ALTER TABLE theirs OWNER TO golden_owner;

-- migrations/versions/a.lua:9
ALTER TABLE kept OWNER TO golden_owner;

-- migrations/versions/a.lua:10
CREATE FUNCTION given() RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a.lua:11
ALTER EXTENSION hstore ADD FUNCTION given();

-- migrations/versions/a.lua:12
ALTER EXTENSION hstore DROP FUNCTION given();

downgrade (derived)

-- migrations/versions/a.lua:12
ALTER EXTENSION hstore ADD FUNCTION given();

-- migrations/versions/a.lua:11
ALTER EXTENSION hstore DROP FUNCTION given();

-- migrations/versions/a.lua:10
DROP FUNCTION given();

-- migrations/versions/a.lua:9
ALTER TABLE kept OWNER TO CURRENT_USER;

-- migrations/versions/a.lua:8
ALTER TABLE theirs OWNER TO CURRENT_USER;

-- migrations/versions/a.lua:6, loses data
DROP TABLE kept;

-- migrations/versions/a.lua:5, loses data
DROP TABLE theirs;

-- migrations/versions/a.lua:4
DROP EXTENSION hstore;

revision  a2 (head)
parent    a1
message   given away
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4
ALTER TABLE kept OWNER TO CURRENT_USER;

-- migrations/versions/b.lua:5
GRANT SELECT ON kept TO golden_owner;

-- migrations/versions/b.lua:6
DROP OWNED BY golden_owner;

-- migrations/versions/b.lua:8
CREATE TABLE theirs (
  b text
);

-- migrations/versions/b.lua:9
REASSIGN OWNED BY golden_owner TO CURRENT_USER;

downgrade: there is none
migrations/versions/b.lua:6: execute: DROP OWNED reaches what others made, too; say down = [[ … ]], or write a downgrade()
migrations/versions/b.lua:9: execute: REASSIGN OWNED reaches what others made, too; say down = [[ … ]], or write a downgrade()
