revision  1e57a0000001
parent    <base>
message   Tables that inherit
created   
file      migrations/versions/1e57a0000001.lua

upgrade

-- migrations/versions/1e57a0000001.lua:4
CREATE TABLE parents (
  id integer,
  name text,
  size integer,
  CONSTRAINT parents_id_check CHECK (id > 0)
);

-- migrations/versions/1e57a0000001.lua:9
CREATE TABLE others (
  id integer,
  other text,
  CONSTRAINT others_other_check CHECK (other <> '')
);

-- migrations/versions/1e57a0000001.lua:10
CREATE TABLE children (
  extra integer
)
INHERITS (parents);

-- migrations/versions/1e57a0000001.lua:11
CREATE TABLE grandchildren ()
INHERITS (children);

-- migrations/versions/1e57a0000001.lua:12
CREATE TABLE "both" ()
INHERITS (parents, others);

-- migrations/versions/1e57a0000001.lua:13
CREATE TABLE own (
  id integer,
  name text,
  size integer,
  CONSTRAINT parents_id_check CHECK (id > 0)
);

-- migrations/versions/1e57a0000001.lua:17
ALTER TABLE own INHERIT parents;

-- migrations/versions/1e57a0000001.lua:18
ALTER TABLE parents ADD CONSTRAINT small CHECK (size < 100);

downgrade (derived)

-- migrations/versions/1e57a0000001.lua:18
ALTER TABLE parents DROP CONSTRAINT small;

-- migrations/versions/1e57a0000001.lua:17
ALTER TABLE own NO INHERIT parents;

-- migrations/versions/1e57a0000001.lua:13, loses data
DROP TABLE own;

-- migrations/versions/1e57a0000001.lua:12, loses data
DROP TABLE "both";

-- migrations/versions/1e57a0000001.lua:11, loses data
DROP TABLE grandchildren;

-- migrations/versions/1e57a0000001.lua:10, loses data
DROP TABLE children;

-- migrations/versions/1e57a0000001.lua:9, loses data
DROP TABLE others;

-- migrations/versions/1e57a0000001.lua:4, loses data
DROP TABLE parents;

revision  1e57a0000002
parent    1e57a0000001
message   What is declared all over comes back as it was
created   
file      migrations/versions/1e57a0000002.lua

upgrade

-- migrations/versions/1e57a0000002.lua:4
ALTER TABLE ONLY parents DROP CONSTRAINT small;

-- migrations/versions/1e57a0000002.lua:5
ALTER TABLE children ADD CONSTRAINT ten CHECK (id < 10);

downgrade (derived)

-- migrations/versions/1e57a0000002.lua:5
ALTER TABLE children DROP CONSTRAINT ten;

-- migrations/versions/1e57a0000002.lua:4
ALTER TABLE own DROP CONSTRAINT small;

-- migrations/versions/1e57a0000002.lua:4
ALTER TABLE "both" DROP CONSTRAINT small;

-- migrations/versions/1e57a0000002.lua:4
ALTER TABLE children DROP CONSTRAINT small;

-- migrations/versions/1e57a0000002.lua:4
ALTER TABLE parents ADD CONSTRAINT small CHECK (size < 100);

revision  1e57a0000003
parent    1e57a0000002
message   What is inherited alone does not
created   
file      migrations/versions/1e57a0000003.lua

upgrade

-- migrations/versions/1e57a0000003.lua:4
ALTER TABLE "both" NO INHERIT others;

-- migrations/versions/1e57a0000003.lua:5
ALTER TABLE grandchildren NO INHERIT children;

-- migrations/versions/1e57a0000003.lua:6, loses data
ALTER TABLE ONLY parents DROP COLUMN size;

downgrade (derived)

-- migrations/versions/1e57a0000003.lua:6
ALTER TABLE parents ADD COLUMN size integer;

-- migrations/versions/1e57a0000003.lua:5
ALTER TABLE grandchildren INHERIT children;

-- migrations/versions/1e57a0000003.lua:4
ALTER TABLE "both" INHERIT others;

revision  1e57a0000004
parent    1e57a0000003
message   A table that declares all itself
created   
file      migrations/versions/1e57a0000004.lua

upgrade

-- migrations/versions/1e57a0000004.lua:4
ALTER TABLE parents ADD CONSTRAINT named CHECK (name <> '');

-- migrations/versions/1e57a0000004.lua:5
ALTER TABLE own NO INHERIT parents;

downgrade (derived)

-- migrations/versions/1e57a0000004.lua:5
ALTER TABLE own INHERIT parents;

-- migrations/versions/1e57a0000004.lua:4
ALTER TABLE parents DROP CONSTRAINT named;

-- migrations/versions/1e57a0000004.lua:1
ALTER TABLE own DROP CONSTRAINT named;

revision  1e57a0000005 (head)
parent    1e57a0000004
message   Twice there and back
created   
file      migrations/versions/1e57a0000005.lua

upgrade

-- migrations/versions/1e57a0000005.lua:4
ALTER TABLE own INHERIT parents;

-- migrations/versions/1e57a0000005.lua:5
ALTER TABLE own NO INHERIT parents;

downgrade

-- migrations/versions/1e57a0000005.lua:9
ALTER TABLE own INHERIT parents;

-- migrations/versions/1e57a0000005.lua:10
ALTER TABLE own NO INHERIT parents;
