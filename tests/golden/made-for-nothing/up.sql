revision  a1 (head)
parent    <base>
message   items that nothing uses
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:14
CREATE TABLE t (
  id bigint NOT NULL,
  made timestamp with time zone DEFAULT now(),
  y text,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:20
COMMENT ON TABLE t IS 'text';

-- migrations/versions/a1.lua:24
ALTER TABLE t ADD COLUMN n2 integer;

downgrade

-- migrations/versions/a1.lua:30, loses data
DROP TABLE t;
