revision  a1
parent    <base>
message   indexes
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SCHEMA billing;

-- migrations/versions/a1.lua:5
CREATE TABLE users (
  id bigint NOT NULL,
  email text,
  name character varying(20),
  tags text[],
  data jsonb,
  words tsvector,
  spot point,
  address inet,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:5
CREATE INDEX users_email_idx ON users (email);

-- migrations/versions/a1.lua:5
CREATE INDEX users_name_idx ON users (name);

-- migrations/versions/a1.lua:5
CREATE UNIQUE INDEX users_lower_name_idx ON users (lower(email), name DESC)
  WHERE (name <> '');

-- migrations/versions/a1.lua:5
COMMENT ON INDEX users_lower_name_idx IS 'one each';

-- migrations/versions/a1.lua:18
CREATE INDEX users_email_idx1 ON users (email);

-- migrations/versions/a1.lua:19
CREATE UNIQUE INDEX users_name_email_id_idx ON users (name, email)
  INCLUDE (id)
  NULLS NOT DISTINCT
  WITH (deduplicate_items = false, fillfactor = 70);

-- migrations/versions/a1.lua:20
CREATE INDEX users_email_name_idx ON users (email COLLATE "C" text_pattern_ops DESC NULLS LAST, name NULLS FIRST);

-- migrations/versions/a1.lua:21
CREATE INDEX "odd ""name""" ON users ((email || name), (coalesce(email, name)), ((id + 1)), (id + 2 -- a comment
));

-- migrations/versions/a1.lua:22
CREATE INDEX users_tags_idx ON users USING gin (tags)
  WITH (fastupdate = false, gin_pending_list_limit = 100);

-- migrations/versions/a1.lua:23
CREATE INDEX users_data_idx ON users USING gin (data jsonb_path_ops);

-- migrations/versions/a1.lua:23
COMMENT ON INDEX users_data_idx IS 'by path';

-- migrations/versions/a1.lua:24
CREATE INDEX users_words_id_idx ON users USING gist (words tsvector_ops (siglen = 100))
  INCLUDE (id);

-- migrations/versions/a1.lua:25
CREATE INDEX users_spot_idx ON users USING spgist (spot) TABLESPACE pg_default;

-- migrations/versions/a1.lua:26
CREATE INDEX users_id_address_idx ON users USING brin (id, address)
  WITH (autosummarize = true, pages_per_range = 32)
  WHERE (id > 100 AND address IS NOT NULL AND email LIKE '%@example.com');

-- migrations/versions/a1.lua:27
CREATE INDEX users_email_idx2 ON users USING hash (email);

-- migrations/versions/a1.lua:28
CREATE INDEX IF NOT EXISTS users_email_idx ON users (email);

-- migrations/versions/a1.lua:29
CREATE TABLE billing.users (
  a integer
);

-- migrations/versions/a1.lua:30
CREATE INDEX users_a_idx ON billing.users (a);

-- migrations/versions/a1.lua:31
CREATE INDEX users_pkey ON billing.users (a);

-- migrations/versions/a1.lua:31
COMMENT ON INDEX billing.users_pkey IS 'in another schema';

downgrade (derived)

-- migrations/versions/a1.lua:31
DROP INDEX billing.users_pkey;

-- migrations/versions/a1.lua:30
DROP INDEX billing.users_a_idx;

-- migrations/versions/a1.lua:29, loses data
DROP TABLE billing.users;

-- migrations/versions/a1.lua:27
DROP INDEX users_email_idx2;

-- migrations/versions/a1.lua:26
DROP INDEX users_id_address_idx;

-- migrations/versions/a1.lua:25
DROP INDEX users_spot_idx;

-- migrations/versions/a1.lua:24
DROP INDEX users_words_id_idx;

-- migrations/versions/a1.lua:23
DROP INDEX users_data_idx;

-- migrations/versions/a1.lua:22
DROP INDEX users_tags_idx;

-- migrations/versions/a1.lua:21
DROP INDEX "odd ""name""";

-- migrations/versions/a1.lua:20
DROP INDEX users_email_name_idx;

-- migrations/versions/a1.lua:19
DROP INDEX users_name_email_id_idx;

-- migrations/versions/a1.lua:18
DROP INDEX users_email_idx1;

-- migrations/versions/a1.lua:5, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:4
DROP SCHEMA billing;

revision  a2
parent    a1
message   concurrently
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4, outside of a transaction
CREATE UNIQUE INDEX CONCURRENTLY quick ON users (name, email DESC)
  WHERE (name <> 'x');

-- migrations/versions/a2.lua:4
COMMENT ON INDEX quick IS 'made while others write';

-- migrations/versions/a2.lua:5, outside of a transaction
CREATE INDEX CONCURRENTLY users_expr_idx ON billing.users ((a + 1));

-- migrations/versions/a2.lua:6, outside of a transaction
DROP INDEX CONCURRENTLY users_spot_idx;

-- migrations/versions/a2.lua:7, outside of a transaction
DROP INDEX CONCURRENTLY IF EXISTS nothing;

-- migrations/versions/a2.lua:8, outside of a transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS spots ON users USING gist (spot);

downgrade (derived)

-- migrations/versions/a2.lua:8, outside of a transaction
DROP INDEX CONCURRENTLY spots;

-- migrations/versions/a2.lua:6, outside of a transaction
CREATE INDEX CONCURRENTLY users_spot_idx ON users USING spgist (spot)
  TABLESPACE pg_default;

-- migrations/versions/a2.lua:5, outside of a transaction
DROP INDEX CONCURRENTLY billing.users_expr_idx;

-- migrations/versions/a2.lua:4, outside of a transaction
DROP INDEX CONCURRENTLY quick;

revision  a3
parent    a2
message   changes
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER INDEX users_email_idx RENAME TO "by email";

-- migrations/versions/a3.lua:5
ALTER INDEX users_pkey RENAME TO users_key;

-- migrations/versions/a3.lua:6
ALTER INDEX billing.users_pkey RENAME TO b;

-- migrations/versions/a3.lua:7
ALTER INDEX IF EXISTS nothing RENAME TO b;

-- migrations/versions/a3.lua:8
ALTER INDEX users_name_email_id_idx SET (fillfactor = 50), RESET (deduplicate_items);

-- migrations/versions/a3.lua:9
ALTER INDEX users_key SET (fillfactor = 80);

-- migrations/versions/a3.lua:10
ALTER INDEX IF EXISTS spots SET TABLESPACE pg_default;

-- migrations/versions/a3.lua:11
ALTER TABLE users CLUSTER ON "by email";

-- migrations/versions/a3.lua:12
CREATE TABLE orders (
  email text,
  name character varying(20)
);

-- migrations/versions/a3.lua:16
ALTER TABLE users SET WITHOUT CLUSTER;

-- migrations/versions/a3.lua:17
ALTER TABLE users CLUSTER ON users_name_idx;

downgrade (derived)

-- migrations/versions/a3.lua:17
ALTER TABLE users SET WITHOUT CLUSTER;

-- migrations/versions/a3.lua:16
ALTER TABLE users CLUSTER ON "by email";

-- migrations/versions/a3.lua:12, loses data
DROP TABLE orders;

-- migrations/versions/a3.lua:11
ALTER TABLE users SET WITHOUT CLUSTER;

-- migrations/versions/a3.lua:9
ALTER INDEX users_key RESET (fillfactor);

-- migrations/versions/a3.lua:8
ALTER INDEX users_name_email_id_idx SET (deduplicate_items = false, fillfactor = 70);

-- migrations/versions/a3.lua:6
ALTER INDEX billing.b RENAME TO users_pkey;

-- migrations/versions/a3.lua:5
ALTER TABLE users RENAME CONSTRAINT users_key TO users_pkey;

-- migrations/versions/a3.lua:4
ALTER INDEX "by email" RENAME TO users_email_idx;

revision  a4 (head)
parent    a3
message   away
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE orders
  ADD CONSTRAINT orders_email_name_fkey FOREIGN KEY (email, name) REFERENCES users (email, name);

-- migrations/versions/a4.lua:5
DROP INDEX IF EXISTS users_lower_name_idx, b, nothing;

-- migrations/versions/a4.lua:6
DROP INDEX users_name_email_id_idx CASCADE;

-- migrations/versions/a4.lua:7
DROP INDEX users_name_idx;

-- migrations/versions/a4.lua:8
DROP INDEX quick;

-- migrations/versions/a4.lua:9
DROP INDEX billing.b;

downgrade (derived)

-- migrations/versions/a4.lua:9
CREATE INDEX b ON billing.users (a);

-- migrations/versions/a4.lua:9
COMMENT ON INDEX billing.b IS 'in another schema';

-- migrations/versions/a4.lua:8, outside of a transaction
CREATE UNIQUE INDEX CONCURRENTLY quick ON users (name, email DESC)
  WHERE (name <> 'x');

-- migrations/versions/a4.lua:8
COMMENT ON INDEX quick IS 'made while others write';

-- migrations/versions/a4.lua:7
CREATE INDEX users_name_idx ON users (name);

-- migrations/versions/a4.lua:7
ALTER TABLE users CLUSTER ON users_name_idx;

-- migrations/versions/a4.lua:6
CREATE UNIQUE INDEX users_name_email_id_idx ON users (name, email)
  INCLUDE (id)
  NULLS NOT DISTINCT
  WITH (fillfactor = 50);

-- migrations/versions/a4.lua:6
ALTER TABLE orders
  ADD CONSTRAINT orders_email_name_fkey FOREIGN KEY (email, name) REFERENCES users (email, name);

-- migrations/versions/a4.lua:5
CREATE UNIQUE INDEX users_lower_name_idx ON users (lower(email), name DESC)
  WHERE (name <> '');

-- migrations/versions/a4.lua:5
COMMENT ON INDEX users_lower_name_idx IS 'one each';

-- migrations/versions/a4.lua:4
ALTER TABLE orders DROP CONSTRAINT orders_email_name_fkey;
