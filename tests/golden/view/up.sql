revision  a1
parent    <base>
message   tables and views
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- migrations/versions/a1.lua:5
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  name text,
  mood mood,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:11
CREATE TABLE orders (
  id bigint NOT NULL,
  user_id bigint,
  total numeric(10,2),
  CONSTRAINT orders_pkey PRIMARY KEY (id),
  CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);

-- migrations/versions/a1.lua:17
CREATE VIEW everyone AS SELECT * FROM users;

-- migrations/versions/a1.lua:18
CREATE VIEW spent (who, "Sum of all") WITH (security_barrier) AS
			WITH t AS (SELECT user_id, sum(total) AS s FROM orders GROUP BY user_id)
			SELECT u.email, t.s FROM users u JOIN t ON t.user_id = u.id WHERE u.mood = 'happy';

-- migrations/versions/a1.lua:21
CREATE VIEW happy AS SELECT id, mood FROM users WHERE mood = 'happy' WITH LOCAL CHECK OPTION;

-- migrations/versions/a1.lua:22
COMMENT ON VIEW happy IS 'those';

-- migrations/versions/a1.lua:23
COMMENT ON COLUMN happy.mood IS 'is always the same';

-- migrations/versions/a1.lua:24
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY 1 WITH NO DATA;

downgrade (derived)

-- migrations/versions/a1.lua:24
DROP MATERIALIZED VIEW totals;

-- migrations/versions/a1.lua:23
COMMENT ON COLUMN happy.mood IS NULL;

-- migrations/versions/a1.lua:22
COMMENT ON VIEW happy IS NULL;

-- migrations/versions/a1.lua:21
DROP VIEW happy;

-- migrations/versions/a1.lua:18
DROP VIEW spent;

-- migrations/versions/a1.lua:17
DROP VIEW everyone;

-- migrations/versions/a1.lua:11, loses data
DROP TABLE orders;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:4
DROP TYPE mood;

revision  a2
parent    a1
message   what views use is renamed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE users RENAME COLUMN email TO mail;

-- migrations/versions/a2.lua:5
ALTER TABLE orders RENAME TO purchases;

-- migrations/versions/a2.lua:6
ALTER TABLE purchases RENAME COLUMN user_id TO buyer;

-- migrations/versions/a2.lua:7
ALTER TYPE mood RENAME TO feeling;

-- migrations/versions/a2.lua:8
ALTER TABLE users ADD COLUMN phone text;

-- migrations/versions/a2.lua:9
ALTER VIEW everyone RENAME TO all_of_them;

downgrade (derived)

-- migrations/versions/a2.lua:9
ALTER VIEW all_of_them RENAME TO everyone;

-- migrations/versions/a2.lua:8, loses data
ALTER TABLE users DROP COLUMN phone;

-- migrations/versions/a2.lua:7
ALTER TYPE feeling RENAME TO mood;

-- migrations/versions/a2.lua:6
ALTER TABLE purchases RENAME COLUMN buyer TO user_id;

-- migrations/versions/a2.lua:5
ALTER TABLE purchases RENAME TO orders;

-- migrations/versions/a2.lua:4
ALTER TABLE users RENAME COLUMN mail TO email;

revision  a3
parent    a2
message   views are dropped after that
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
DROP VIEW all_of_them, spent;

-- migrations/versions/a3.lua:6
DROP MATERIALIZED VIEW totals;

-- migrations/versions/a3.lua:8
DROP VIEW happy;

downgrade (derived)

-- migrations/versions/a3.lua:8
CREATE VIEW happy AS SELECT id, mood FROM users WHERE mood = 'happy' WITH LOCAL CHECK OPTION;

-- migrations/versions/a3.lua:8
COMMENT ON VIEW happy IS 'those';

-- migrations/versions/a3.lua:8
COMMENT ON COLUMN happy.mood IS 'is always the same';

-- migrations/versions/a3.lua:6
CREATE MATERIALIZED VIEW totals AS SELECT buyer AS user_id, sum(total) AS total FROM purchases GROUP BY 1 WITH NO DATA;

-- migrations/versions/a3.lua:5
CREATE VIEW spent (who, "Sum of all") WITH (security_barrier) AS
			WITH t AS (SELECT buyer AS user_id, sum(total) AS s FROM purchases GROUP BY buyer)
			SELECT u.mail AS email, t.s FROM users u JOIN t ON t.user_id = u.id WHERE u.mood = 'happy';

-- migrations/versions/a3.lua:5
CREATE VIEW all_of_them AS SELECT users.id, users.mail AS email, users.name, users.mood FROM users;

revision  a4
parent    a3
message   views are replaced and altered
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
CREATE SCHEMA app;

-- migrations/versions/a4.lua:5
CREATE VIEW v AS SELECT id FROM users;

-- migrations/versions/a4.lua:6
CREATE VIEW w AS SELECT v.id FROM v;

-- migrations/versions/a4.lua:7
CREATE OR REPLACE VIEW v AS SELECT id, name FROM users WHERE id > 5;

-- migrations/versions/a4.lua:8
ALTER VIEW w SET SCHEMA app;

-- migrations/versions/a4.lua:9
ALTER VIEW v OWNER TO CURRENT_USER;

downgrade (derived)

-- migrations/versions/a4.lua:8
ALTER VIEW app.w SET SCHEMA public;

-- migrations/versions/a4.lua:7
DROP VIEW w;

-- migrations/versions/a4.lua:7
DROP VIEW v;

-- migrations/versions/a4.lua:7
CREATE VIEW v AS SELECT id FROM users;

-- migrations/versions/a4.lua:7
CREATE VIEW w AS SELECT v.id FROM v;

-- migrations/versions/a4.lua:6
DROP VIEW w;

-- migrations/versions/a4.lua:5
DROP VIEW v;

-- migrations/versions/a4.lua:4
DROP SCHEMA app;

revision  a5 (head)
parent    a4
message   cascade takes views, and they come back
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
CREATE OR REPLACE VIEW v AS SELECT id, name FROM users WHERE id > 6;

-- migrations/versions/a5.lua:5, loses data
ALTER TABLE users DROP COLUMN name CASCADE;

downgrade (derived)

-- migrations/versions/a5.lua:5
ALTER TABLE users ADD COLUMN name text;

-- migrations/versions/a5.lua:5
CREATE VIEW v AS SELECT id, name FROM users WHERE id > 6;

-- migrations/versions/a5.lua:5
CREATE VIEW app.w AS SELECT v.id FROM v;

-- migrations/versions/a5.lua:4
CREATE OR REPLACE VIEW v AS SELECT id, name FROM users WHERE id > 5;
