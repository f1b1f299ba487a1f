revision  frozen_a
parent    <base>
message   A module
created   
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:6
CREATE TABLE t (
  id bigint,
  changed_at timestamp with time zone,
  changed_by text
);

downgrade (derived)

-- migrations/versions/a.lua:6, loses data
DROP TABLE t;

revision  frozen_b
parent    frozen_a
message   A file
created   
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:4
COPY t (id, changed_by) FROM STDIN;
-- 1 row, 11 bytes, of migrations/versions/b.csv

downgrade

-- migrations/versions/b.lua:8
DELETE FROM t;

revision  frozen_c (head)
parent    frozen_b
message   Not frozen
created   
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4
ALTER TABLE t ADD COLUMN more text;

downgrade (derived)

-- migrations/versions/c.lua:4, loses data
ALTER TABLE t DROP COLUMN more;
