revision  a1
parent    <base>
message   names
created   
file      migrations/versions/a1_names.lua

upgrade

-- migrations/versions/a1_names.lua:5
CREATE TABLE pt (
  a integer,
  b integer,
  c integer,
  d integer,
  CONSTRAINT pt_a_c_key UNIQUE (a) INCLUDE (c)
)
PARTITION BY LIST (a);

-- migrations/versions/a1_names.lua:5
CREATE INDEX pt_b_idx ON pt (b);

-- migrations/versions/a1_names.lua:5
CREATE INDEX pt_c_lower_idx ON pt (c, lower(b::text));

-- migrations/versions/a1_names.lua:5
CREATE INDEX pt_d_idx ON pt (d);

-- migrations/versions/a1_names.lua:16
ALTER TABLE pt RENAME COLUMN a TO x;

-- migrations/versions/a1_names.lua:17
ALTER TABLE pt RENAME COLUMN b TO y;

-- migrations/versions/a1_names.lua:18
ALTER TABLE pt RENAME COLUMN d TO z;

-- migrations/versions/a1_names.lua:19
ALTER TABLE pt RENAME COLUMN x TO w;

-- migrations/versions/a1_names.lua:21
ALTER TABLE pt ALTER COLUMN z TYPE bigint;

downgrade (derived)

-- migrations/versions/a1_names.lua:21
ALTER TABLE pt ALTER COLUMN z TYPE integer;

-- migrations/versions/a1_names.lua:19
ALTER TABLE pt RENAME COLUMN w TO x;

-- migrations/versions/a1_names.lua:18
ALTER TABLE pt RENAME COLUMN z TO d;

-- migrations/versions/a1_names.lua:17
ALTER TABLE pt RENAME COLUMN y TO b;

-- migrations/versions/a1_names.lua:16
ALTER TABLE pt RENAME COLUMN x TO a;

-- migrations/versions/a1_names.lua:5, loses data
DROP TABLE pt;

revision  a2
parent    a1
message   parts
created   
file      migrations/versions/a2_parts.lua

upgrade

-- migrations/versions/a2_parts.lua:4
CREATE TABLE pt_1 PARTITION OF pt
FOR VALUES IN (1);

-- migrations/versions/a2_parts.lua:5
COMMENT ON INDEX pt_1_b_idx IS 'made like that of pt';

-- migrations/versions/a2_parts.lua:6
CREATE TABLE alone (
  w integer,
  y integer,
  c integer,
  z bigint
);

-- migrations/versions/a2_parts.lua:6
CREATE INDEX alone_z_idx ON alone (z);

-- migrations/versions/a2_parts.lua:7
ALTER TABLE pt ATTACH PARTITION alone FOR VALUES IN (2);

-- migrations/versions/a2_parts.lua:8
CREATE TABLE like_it (LIKE pt INCLUDING ALL);

-- migrations/versions/a2_parts.lua:9
CREATE TABLE pt_3 PARTITION OF pt
FOR VALUES IN (3)
PARTITION BY LIST (w);

-- migrations/versions/a2_parts.lua:10
CREATE TABLE pt_3_3 PARTITION OF pt_3
FOR VALUES IN (3);

-- migrations/versions/a2_parts.lua:11
COMMENT ON INDEX pt_3_3_z_idx IS 'made like that of pt_3';

downgrade (derived)

-- migrations/versions/a2_parts.lua:11
COMMENT ON INDEX pt_3_3_z_idx IS NULL;

-- migrations/versions/a2_parts.lua:10, loses data
DROP TABLE pt_3_3;

-- migrations/versions/a2_parts.lua:9, loses data
DROP TABLE pt_3;

-- migrations/versions/a2_parts.lua:8, loses data
DROP TABLE like_it;

-- migrations/versions/a2_parts.lua:7
ALTER TABLE pt DETACH PARTITION alone;

-- migrations/versions/a2_parts.lua:6, loses data
DROP TABLE alone;

-- migrations/versions/a2_parts.lua:5
COMMENT ON INDEX pt_1_b_idx IS NULL;

-- migrations/versions/a2_parts.lua:4, loses data
DROP TABLE pt_1;

revision  a3 (head)
parent    a2
message   back
created   
file      migrations/versions/a3_back.lua

upgrade

-- migrations/versions/a3_back.lua:4
DROP INDEX pt_b_idx;

-- migrations/versions/a3_back.lua:5, loses data
DROP TABLE pt_1;

-- migrations/versions/a3_back.lua:6
ALTER TABLE pt RENAME COLUMN c TO cc;

-- migrations/versions/a3_back.lua:7
ALTER TABLE pt RENAME COLUMN y TO b;

-- migrations/versions/a3_back.lua:8
CREATE INDEX pt_b_idx ON pt (b);

-- migrations/versions/a3_back.lua:9
CREATE TABLE pt_4 PARTITION OF pt
FOR VALUES IN (4);

downgrade (derived)

-- migrations/versions/a3_back.lua:9, loses data
DROP TABLE pt_4;

-- migrations/versions/a3_back.lua:8
DROP INDEX pt_b_idx;

-- migrations/versions/a3_back.lua:7
ALTER TABLE pt RENAME COLUMN b TO y;

-- migrations/versions/a3_back.lua:6
ALTER TABLE pt RENAME COLUMN cc TO c;

-- migrations/versions/a3_back.lua:5
CREATE TABLE pt_1 PARTITION OF pt
FOR VALUES IN (1);

-- migrations/versions/a3_back.lua:4
CREATE INDEX pt_b_idx ON pt (y);

-- migrations/versions/a3_back.lua:1
ALTER INDEX alone_y_idx RENAME TO alone_b_idx;

-- migrations/versions/a3_back.lua:1
ALTER INDEX pt_3_3_y_idx RENAME TO pt_3_3_b_idx;

-- migrations/versions/a3_back.lua:1
ALTER INDEX pt_3_y_idx RENAME TO pt_3_b_idx;

-- migrations/versions/a3_back.lua:1
ALTER INDEX pt_1_y_idx RENAME TO pt_1_b_idx;

-- migrations/versions/a3_back.lua:1
COMMENT ON INDEX pt_1_b_idx IS 'made like that of pt';
