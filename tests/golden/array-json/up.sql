revision  a1 (head)
parent    <base>
message   objects in arrays
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE t (
  id integer NOT NULL,
  objects jsonb[] DEFAULT '{"{\"a\": \"q\\\"\", \"b\": [1]}","{}",NULL,"[2]"}',
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:8
INSERT INTO t (id, objects) VALUES
  (1, '{"{\"a\": [1, 2]}"}'),
  (2, DEFAULT);

downgrade (derived)

-- migrations/versions/a1.lua:4, loses data
DROP TABLE t;
