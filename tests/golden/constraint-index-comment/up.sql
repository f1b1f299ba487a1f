revision  a1
parent    <base>
message   Comments on the indexes of constraints
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE t (
  id bigint NOT NULL,
  code text,
  at tsrange,
  CONSTRAINT t_pkey PRIMARY KEY (id),
  CONSTRAINT t_code_key UNIQUE (code),
  CONSTRAINT apart EXCLUDE USING gist (at WITH &&)
);

-- migrations/versions/a1.lua:10
COMMENT ON INDEX t_pkey IS 'finds one';

-- migrations/versions/a1.lua:11
COMMENT ON CONSTRAINT t_pkey ON t IS 'one of each';

-- migrations/versions/a1.lua:11
COMMENT ON INDEX apart IS 'never at once';

downgrade (derived)

-- migrations/versions/a1.lua:11
COMMENT ON INDEX apart IS NULL;

-- migrations/versions/a1.lua:11
COMMENT ON CONSTRAINT t_pkey ON t IS NULL;

-- migrations/versions/a1.lua:10
COMMENT ON INDEX t_pkey IS NULL;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE t;

revision  a2
parent    a1
message   Another, and none, and one that is taken over
created   
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
COMMENT ON INDEX t_pkey IS 'finds one only';

-- migrations/versions/a2.lua:5
COMMENT ON INDEX apart IS NULL;

-- migrations/versions/a2.lua:6
COMMENT ON INDEX t_code_key IS 'codes';

-- migrations/versions/a2.lua:7
ALTER TABLE t RENAME CONSTRAINT t_code_key TO coded;

-- migrations/versions/a2.lua:8
CREATE UNIQUE INDEX pair ON t (code, id);

-- migrations/versions/a2.lua:8
COMMENT ON INDEX pair IS 'was an index';

-- migrations/versions/a2.lua:9
ALTER TABLE t ADD CONSTRAINT two UNIQUE USING INDEX pair;

downgrade (derived)

-- migrations/versions/a2.lua:9
ALTER TABLE t DROP CONSTRAINT two;

-- migrations/versions/a2.lua:9
CREATE UNIQUE INDEX pair ON t (code, id);

-- migrations/versions/a2.lua:9
COMMENT ON INDEX pair IS 'was an index';

-- migrations/versions/a2.lua:8
DROP INDEX pair;

-- migrations/versions/a2.lua:7
ALTER TABLE t RENAME CONSTRAINT coded TO t_code_key;

-- migrations/versions/a2.lua:6
COMMENT ON INDEX t_code_key IS NULL;

-- migrations/versions/a2.lua:5
COMMENT ON INDEX apart IS 'never at once';

-- migrations/versions/a2.lua:4
COMMENT ON INDEX t_pkey IS 'finds one';

revision  a3
parent    a2
message   A table like it
created   
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
CREATE TABLE u (
  LIKE t INCLUDING ALL
);

-- migrations/versions/a3.lua:5
COMMENT ON INDEX u_pkey IS NULL;

downgrade (derived)

-- migrations/versions/a3.lua:5
COMMENT ON INDEX u_pkey IS 'finds one only';

-- migrations/versions/a3.lua:4, loses data
DROP TABLE u;

revision  a4
parent    a3
message   Drop them one by one
created   
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE t DROP CONSTRAINT coded;

-- migrations/versions/a4.lua:5
ALTER TABLE u DROP CONSTRAINT u_code_id_key;

-- migrations/versions/a4.lua:6, loses data
ALTER TABLE t DROP COLUMN id;

downgrade (derived)

-- migrations/versions/a4.lua:6
ALTER TABLE t ADD COLUMN id bigint NOT NULL;

-- migrations/versions/a4.lua:6
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- migrations/versions/a4.lua:6
COMMENT ON CONSTRAINT t_pkey ON t IS 'one of each';

-- migrations/versions/a4.lua:6
ALTER TABLE t ADD CONSTRAINT two UNIQUE (code, id);

-- migrations/versions/a4.lua:6
COMMENT ON INDEX t_pkey IS 'finds one only';

-- migrations/versions/a4.lua:6
COMMENT ON INDEX two IS 'was an index';

-- migrations/versions/a4.lua:5
ALTER TABLE u ADD CONSTRAINT u_code_id_key UNIQUE (code, id);

-- migrations/versions/a4.lua:5
COMMENT ON INDEX u_code_id_key IS 'was an index';

-- migrations/versions/a4.lua:4
ALTER TABLE t ADD CONSTRAINT coded UNIQUE (code);

-- migrations/versions/a4.lua:4
COMMENT ON INDEX coded IS 'codes';

revision  a5
parent    a4
message   Drop the tables
created   
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4, loses data
DROP TABLE t, u;

downgrade (derived)

-- migrations/versions/a5.lua:4
CREATE TABLE u (
  id bigint NOT NULL,
  code text,
  at tsrange,
  CONSTRAINT u_pkey PRIMARY KEY (id),
  CONSTRAINT u_code_key UNIQUE (code),
  CONSTRAINT u_at_excl EXCLUDE USING gist (at WITH &&)
);

-- migrations/versions/a5.lua:4
CREATE TABLE t (
  code text,
  at tsrange,
  CONSTRAINT apart EXCLUDE USING gist (at WITH &&)
);

-- migrations/versions/a5.lua:4
COMMENT ON INDEX u_code_key IS 'codes';

revision  a6
parent    a5
message   The part of a partition has its own
created   
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4
CREATE TABLE p (
  id bigint NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
)
PARTITION BY RANGE (id);

-- migrations/versions/a6.lua:7
CREATE TABLE p_1 PARTITION OF p
FOR VALUES FROM (1) TO (10);

-- migrations/versions/a6.lua:9
COMMENT ON INDEX p_pkey IS 'of all';

-- migrations/versions/a6.lua:10
COMMENT ON INDEX p_1_pkey IS 'of one';

downgrade (derived)

-- migrations/versions/a6.lua:10
COMMENT ON INDEX p_1_pkey IS NULL;

-- migrations/versions/a6.lua:9
COMMENT ON INDEX p_pkey IS NULL;

-- migrations/versions/a6.lua:4, loses data
DROP TABLE p;

revision  a7 (head)
parent    a6
message   Drop it
created   
file      migrations/versions/a7.lua

upgrade

-- migrations/versions/a7.lua:4, loses data
DROP TABLE p;

downgrade (derived)

-- migrations/versions/a7.lua:4
CREATE TABLE p (
  id bigint NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (id)
)
PARTITION BY RANGE (id);

-- migrations/versions/a7.lua:4
CREATE TABLE p_1 PARTITION OF p
FOR VALUES FROM (1) TO (10);

-- migrations/versions/a7.lua:4
COMMENT ON INDEX p_pkey IS 'of all';

-- migrations/versions/a7.lua:1
COMMENT ON INDEX p_1_pkey IS 'of one';
