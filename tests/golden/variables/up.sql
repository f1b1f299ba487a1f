revision  a
parent    <base>
message   what differs by environment
created   
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:3
CREATE SCHEMA :"fresh";

-- migrations/versions/a.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  region character varying(12) DEFAULT :'region',
  n integer DEFAULT :'limits',
  CONSTRAINT users_pkey PRIMARY KEY (id)
)
TABLESPACE :"space";

-- migrations/versions/a.lua:10
CREATE TABLE :"tenant".orders (
  id bigint,
  note text
);

-- migrations/versions/a.lua:11
INSERT INTO users (id, region, n) VALUES
  (1, :'region', :'limits');

-- migrations/versions/a.lua:14
ALTER TABLE users OWNER TO :"app_role";

-- migrations/versions/a.lua:15
GRANT SELECT ON :"tenant".orders TO :"app_role";

-- migrations/versions/a.lua:16
INSERT INTO :"tenant".orders SELECT id, :'region' || ':"app_role"' || (ARRAY['x', 'y'])[1:"id"]::"text" FROM users;

-- migrations/versions/a.lua:17
CREATE VIEW :"fresh".regions AS SELECT region, :'limits'::int AS n FROM users WHERE region = :'region';

-- migrations/versions/a.lua:18
COMMENT ON TABLE users IS :'region';

-- migrations/versions/a.lua:20
CREATE TABLE :"fresh".t (a text DEFAULT :'region');

-- migrations/versions/a.lua:21
ALTER ROLE :"app_role" CONNECTION LIMIT 5;

-- migrations/versions/a.lua:22
COMMENT ON SCHEMA :"tenant" IS :'app_role';

-- migrations/versions/a.sql:1
CREATE FUNCTION :"fresh".f() RETURNS text LANGUAGE sql AS $$ SELECT ':"app_role"' $$;

-- migrations/versions/a.sql:2
ALTER FUNCTION :"fresh".f() OWNER TO :"app_role";

downgrade (derived)

-- migrations/versions/a.sql:2
ALTER FUNCTION :"fresh".f() OWNER TO CURRENT_USER;

-- migrations/versions/a.sql:1
DROP FUNCTION :"fresh".f();

-- migrations/versions/a.lua:22
COMMENT ON SCHEMA :"tenant" IS NULL;

-- migrations/versions/a.lua:21
ALTER ROLE :"app_role" CONNECTION LIMIT -1;

-- migrations/versions/a.lua:20, loses data
DROP TABLE :"fresh".t;

-- migrations/versions/a.lua:18
COMMENT ON TABLE users IS NULL;

-- migrations/versions/a.lua:17
DROP VIEW :"fresh".regions;

-- migrations/versions/a.lua:15
REVOKE SELECT ON TABLE :"tenant".orders FROM :"app_role";

-- migrations/versions/a.lua:14
ALTER TABLE users OWNER TO CURRENT_USER;

-- migrations/versions/a.lua:10, loses data
DROP TABLE :"tenant".orders;

-- migrations/versions/a.lua:4, loses data
DROP TABLE users;

-- migrations/versions/a.lua:3
DROP SCHEMA :"fresh";

revision  b (head)
parent    a
message   and back
created   
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:3
DROP VIEW :"fresh".regions;

-- migrations/versions/b.lua:4
REVOKE SELECT ON :"tenant".orders FROM :"app_role";

-- migrations/versions/b.lua:5
ALTER TABLE users OWNER TO CURRENT_USER;

-- migrations/versions/b.lua:6, loses data
DROP TABLE :"fresh".t;

-- migrations/versions/b.lua:7
ALTER TABLE users ADD COLUMN more text DEFAULT :'region';

-- migrations/versions/b.lua:8, loses data
ALTER TABLE users DROP COLUMN n;

downgrade (derived)

-- migrations/versions/b.lua:8
ALTER TABLE users ADD COLUMN n integer DEFAULT :'limits';

-- migrations/versions/b.lua:7, loses data
ALTER TABLE users DROP COLUMN more;

-- migrations/versions/b.lua:6
CREATE TABLE :"fresh".t (
  a text DEFAULT :'region'
);

-- migrations/versions/b.lua:5
ALTER TABLE users OWNER TO :"app_role";

-- migrations/versions/b.lua:4
GRANT SELECT ON TABLE :"tenant".orders TO :"app_role";

-- migrations/versions/b.lua:3
CREATE VIEW :"fresh".regions AS SELECT region, :'limits'::int AS n FROM users WHERE region = :'region';
