revision  a1
parent    <base>
message   items
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE clinics (
  id bigint NOT NULL,
  code text,
  region text,
  number integer,
  CONSTRAINT clinics_number_check CHECK (number > 0),
  CONSTRAINT clinics_check CHECK (region <> code AND number < 100000 -- comments may end it
),
  CONSTRAINT unlucky CHECK (number <> 13) NO INHERIT,
  CONSTRAINT clinics_code_check CHECK (code <> ''),
  CONSTRAINT clinics_pkey PRIMARY KEY (id) INCLUDE (code) WITH (fillfactor = 70),
  CONSTRAINT clinics_code_key UNIQUE (code),
  CONSTRAINT clinics_region_number_key UNIQUE NULLS NOT DISTINCT (region, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT clinics_numbers UNIQUE (number) INCLUDE (code, region)
);

-- migrations/versions/a1.lua:4
COMMENT ON CONSTRAINT clinics_pkey ON clinics IS 'the key';

-- migrations/versions/a1.lua:4
COMMENT ON CONSTRAINT clinics_numbers ON clinics IS 'its numbers';

-- migrations/versions/a1.lua:16
CREATE TABLE rooms (
  id integer NOT NULL,
  clinic_id bigint,
  region text,
  number integer,
  within integer,
  CONSTRAINT rooms_pkey PRIMARY KEY (id),
  CONSTRAINT rooms_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics (id) ON DELETE CASCADE,
  CONSTRAINT rooms_within_fkey FOREIGN KEY (within) REFERENCES rooms (id)
);

downgrade (derived)

-- migrations/versions/a1.lua:16, loses data
DROP TABLE rooms;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE clinics;

revision  a2
parent    a1
message   foreign keys
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
CREATE TABLE keys (
  a integer NOT NULL,
  b text NOT NULL,
  c uuid,
  CONSTRAINT keys_pkey PRIMARY KEY (a, b),
  CONSTRAINT keys_c_key UNIQUE (c)
);

-- migrations/versions/a2.lua:11
CREATE TABLE billing (
  a bigint,
  b character varying(10),
  c uuid,
  CONSTRAINT billing_c_fkey FOREIGN KEY (c) REFERENCES keys (c) ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT billing_b_a_fkey FOREIGN KEY (b, a) REFERENCES keys (b, a) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL,
  CONSTRAINT partly FOREIGN KEY (a, b) REFERENCES keys (a, b) ON DELETE SET DEFAULT (b),
  CONSTRAINT billing_a_b_fkey FOREIGN KEY (a, b) REFERENCES keys (a, b) ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE
);

-- migrations/versions/a2.lua:11
COMMENT ON CONSTRAINT billing_b_a_fkey ON billing IS 'the other way round';

-- migrations/versions/a2.lua:19
CREATE TABLE bookings (
  room integer,
  during tstzrange,
  spot point,
  state text,
  CONSTRAINT bookings_during_excl EXCLUDE USING gist (during WITH &&) WHERE (state <> 'cancelled'),
  CONSTRAINT bookings_room_lower_room1_excl EXCLUDE (room DESC NULLS LAST WITH =, lower(state) COLLATE "C" WITH =) INCLUDE (room) DEFERRABLE,
  CONSTRAINT spots EXCLUDE USING gist (box(spot, spot) box_ops WITH &&) WITH (fillfactor = 80) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT bookings_room_excl EXCLUDE USING hash (room WITH OPERATOR(pg_catalog.=))
);

-- migrations/versions/a2.lua:19
COMMENT ON CONSTRAINT bookings_during_excl ON bookings IS 'no two at once';

downgrade (derived)

-- migrations/versions/a2.lua:19, loses data
DROP TABLE bookings;

-- migrations/versions/a2.lua:11, loses data
DROP TABLE billing;

-- migrations/versions/a2.lua:4, loses data
DROP TABLE keys;

revision  a3
parent    a2
message   operations
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
CREATE TABLE users (
  id bigint,
  email text,
  name text,
  age integer,
  during tsrange
);

-- migrations/versions/a3.lua:4
CREATE UNIQUE INDEX users_email ON users (email);

-- migrations/versions/a3.lua:12
ALTER TABLE users
  ADD CONSTRAINT users_pkey PRIMARY KEY (id) WITH (fillfactor = 90);

-- migrations/versions/a3.lua:12
COMMENT ON CONSTRAINT users_pkey ON users IS 'the key';

-- migrations/versions/a3.lua:13
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);

-- migrations/versions/a3.lua:14
ALTER TABLE users
  ADD CONSTRAINT users_email_name_age_key UNIQUE NULLS NOT DISTINCT (email, name) INCLUDE (age) DEFERRABLE;

-- migrations/versions/a3.lua:15
ALTER TABLE users
  ADD CONSTRAINT users_email_too UNIQUE USING INDEX users_email DEFERRABLE INITIALLY DEFERRED;

-- migrations/versions/a3.lua:16
ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age > 0);

-- migrations/versions/a3.lua:17
ALTER TABLE users
  ADD CONSTRAINT users_check CHECK (age > 0 AND name <> '') NOT VALID;

-- migrations/versions/a3.lua:17
COMMENT ON CONSTRAINT users_check ON users IS 'some are not';

-- migrations/versions/a3.lua:18
ALTER TABLE users
  ADD CONSTRAINT "an email" CHECK (email LIKE '%@%') NO INHERIT;

-- migrations/versions/a3.lua:19
ALTER TABLE users
  ADD CONSTRAINT users_during_excl EXCLUDE USING gist (during WITH &&) WHERE (age > 3);

-- migrations/versions/a3.lua:20
CREATE TABLE orders (
  id bigint NOT NULL,
  user_id bigint,
  email text,
  name text,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);

-- migrations/versions/a3.lua:26
ALTER TABLE orders
  ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;

-- migrations/versions/a3.lua:26
COMMENT ON CONSTRAINT orders_user_id_fkey ON orders IS 'whose';

-- migrations/versions/a3.lua:27
ALTER TABLE orders
  ADD CONSTRAINT by_email FOREIGN KEY (email) REFERENCES users (email) MATCH FULL NOT VALID;

-- migrations/versions/a3.lua:28
ALTER TABLE orders
  ADD CONSTRAINT orders_user_id_fkey1 FOREIGN KEY (user_id) REFERENCES users (id) ON UPDATE CASCADE ON DELETE SET NULL (user_id);

downgrade (derived)

-- migrations/versions/a3.lua:28
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey1;

-- migrations/versions/a3.lua:27
ALTER TABLE orders DROP CONSTRAINT by_email;

-- migrations/versions/a3.lua:26
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey;

-- migrations/versions/a3.lua:20, loses data
DROP TABLE orders;

-- migrations/versions/a3.lua:19
ALTER TABLE users DROP CONSTRAINT users_during_excl;

-- migrations/versions/a3.lua:18
ALTER TABLE users DROP CONSTRAINT "an email";

-- migrations/versions/a3.lua:17
ALTER TABLE users DROP CONSTRAINT users_check;

-- migrations/versions/a3.lua:16
ALTER TABLE users DROP CONSTRAINT users_age_check;

-- migrations/versions/a3.lua:15
ALTER TABLE users DROP CONSTRAINT users_email_too;

-- migrations/versions/a3.lua:15
CREATE UNIQUE INDEX users_email ON users (email);

-- migrations/versions/a3.lua:14
ALTER TABLE users DROP CONSTRAINT users_email_name_age_key;

-- migrations/versions/a3.lua:13
ALTER TABLE users DROP CONSTRAINT users_email_key;

-- migrations/versions/a3.lua:12
ALTER TABLE users DROP CONSTRAINT users_pkey;

-- migrations/versions/a3.lua:12
ALTER TABLE users ALTER COLUMN id DROP NOT NULL;

-- migrations/versions/a3.lua:4, loses data
DROP TABLE users;

revision  a4
parent    a3
message   changes
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
ALTER TABLE users VALIDATE CONSTRAINT users_check;

-- migrations/versions/a4.lua:5
ALTER TABLE orders VALIDATE CONSTRAINT by_email;

-- migrations/versions/a4.lua:6
ALTER TABLE users RENAME CONSTRAINT "an email" TO email;

-- migrations/versions/a4.lua:7
ALTER TABLE users RENAME CONSTRAINT users_pkey TO users_key;

-- migrations/versions/a4.lua:8
ALTER TABLE orders RENAME CONSTRAINT by_email TO "by email";

-- migrations/versions/a4.lua:9
ALTER TABLE orders ALTER CONSTRAINT "by email" DEFERRABLE;

-- migrations/versions/a4.lua:10
ALTER TABLE orders
  ALTER CONSTRAINT orders_user_id_fkey DEFERRABLE INITIALLY DEFERRED;

-- migrations/versions/a4.lua:11
ALTER TABLE users DROP CONSTRAINT users_age_check;

-- migrations/versions/a4.lua:12
ALTER TABLE users DROP CONSTRAINT IF EXISTS nothing;

-- migrations/versions/a4.lua:13
ALTER TABLE IF EXISTS nobody DROP CONSTRAINT nothing;

-- migrations/versions/a4.lua:14
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey1;

downgrade (derived)

-- migrations/versions/a4.lua:14
ALTER TABLE orders
  ADD CONSTRAINT orders_user_id_fkey1 FOREIGN KEY (user_id) REFERENCES users (id) ON UPDATE CASCADE ON DELETE SET NULL (user_id);

-- migrations/versions/a4.lua:11
ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age > 0);

-- migrations/versions/a4.lua:10
ALTER TABLE orders ALTER CONSTRAINT orders_user_id_fkey NOT DEFERRABLE;

-- migrations/versions/a4.lua:9
ALTER TABLE orders ALTER CONSTRAINT "by email" NOT DEFERRABLE;

-- migrations/versions/a4.lua:8
ALTER TABLE orders RENAME CONSTRAINT "by email" TO by_email;

-- migrations/versions/a4.lua:7
ALTER TABLE users RENAME CONSTRAINT users_key TO users_pkey;

-- migrations/versions/a4.lua:6
ALTER TABLE users RENAME CONSTRAINT email TO "an email";

-- migrations/versions/a4.lua:5
ALTER TABLE orders DROP CONSTRAINT by_email;

-- migrations/versions/a4.lua:5
ALTER TABLE orders
  ADD CONSTRAINT by_email FOREIGN KEY (email) REFERENCES users (email) MATCH FULL NOT VALID;

-- migrations/versions/a4.lua:4
ALTER TABLE users DROP CONSTRAINT users_check;

-- migrations/versions/a4.lua:4
ALTER TABLE users
  ADD CONSTRAINT users_check CHECK (age > 0 AND name <> '') NOT VALID;

-- migrations/versions/a4.lua:4
COMMENT ON CONSTRAINT users_check ON users IS 'some are not';

revision  a5 (head)
parent    a4
message   away
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
ALTER TABLE orders ALTER CONSTRAINT orders_user_id_fkey NOT DEFERRABLE;

-- migrations/versions/a5.lua:5
ALTER TABLE users DROP CONSTRAINT users_during_excl;

-- migrations/versions/a5.lua:6
ALTER TABLE users DROP CONSTRAINT email;

-- migrations/versions/a5.lua:7
ALTER TABLE users DROP CONSTRAINT users_check;

-- migrations/versions/a5.lua:8
ALTER TABLE users DROP CONSTRAINT users_email_key CASCADE;

-- migrations/versions/a5.lua:9
ALTER TABLE users DROP CONSTRAINT users_email_too;

-- migrations/versions/a5.lua:10
ALTER TABLE users DROP CONSTRAINT users_key CASCADE;

-- migrations/versions/a5.lua:11
CREATE UNIQUE INDEX users_id ON users (id);

-- migrations/versions/a5.lua:12
ALTER TABLE users ADD CONSTRAINT users_id PRIMARY KEY USING INDEX users_id;

-- migrations/versions/a5.lua:13
ALTER TABLE bookings DROP CONSTRAINT spots;

-- migrations/versions/a5.lua:14
ALTER TABLE rooms DROP CONSTRAINT rooms_pkey CASCADE;

-- migrations/versions/a5.lua:15
ALTER TABLE rooms
  ADD CONSTRAINT rooms_pkey PRIMARY KEY (id, number) DEFERRABLE;

-- migrations/versions/a5.lua:16, loses data
DROP TABLE clinics CASCADE;

downgrade (derived)

-- migrations/versions/a5.lua:16
CREATE TABLE clinics (
  id bigint NOT NULL,
  code text,
  region text,
  number integer,
  CONSTRAINT clinics_number_check CHECK (number > 0),
  CONSTRAINT clinics_check CHECK (region <> code AND number < 100000 -- comments may end it
),
  CONSTRAINT unlucky CHECK (number <> 13) NO INHERIT,
  CONSTRAINT clinics_code_check CHECK (code <> ''),
  CONSTRAINT clinics_pkey PRIMARY KEY (id) INCLUDE (code) WITH (fillfactor = 70),
  CONSTRAINT clinics_code_key UNIQUE (code),
  CONSTRAINT clinics_region_number_key UNIQUE NULLS NOT DISTINCT (region, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT clinics_numbers UNIQUE (number) INCLUDE (code, region)
);

-- migrations/versions/a5.lua:16
COMMENT ON CONSTRAINT clinics_pkey ON clinics IS 'the key';

-- migrations/versions/a5.lua:16
COMMENT ON CONSTRAINT clinics_numbers ON clinics IS 'its numbers';

-- migrations/versions/a5.lua:16
ALTER TABLE rooms
  ADD CONSTRAINT rooms_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics (id) ON DELETE CASCADE;

-- migrations/versions/a5.lua:15
ALTER TABLE rooms DROP CONSTRAINT rooms_pkey;

-- migrations/versions/a5.lua:15
ALTER TABLE rooms ALTER COLUMN number DROP NOT NULL;

-- migrations/versions/a5.lua:14
ALTER TABLE rooms ADD CONSTRAINT rooms_pkey PRIMARY KEY (id);

-- migrations/versions/a5.lua:14
ALTER TABLE rooms
  ADD CONSTRAINT rooms_within_fkey FOREIGN KEY (within) REFERENCES rooms (id);

-- migrations/versions/a5.lua:13
ALTER TABLE bookings
  ADD CONSTRAINT spots EXCLUDE USING gist (box(spot, spot) box_ops WITH &&) WITH (fillfactor = 80) DEFERRABLE INITIALLY DEFERRED;

-- migrations/versions/a5.lua:12
ALTER TABLE users DROP CONSTRAINT users_id;

-- migrations/versions/a5.lua:12
CREATE UNIQUE INDEX users_id ON users (id);

-- migrations/versions/a5.lua:11
DROP INDEX users_id;

-- migrations/versions/a5.lua:10
ALTER TABLE users
  ADD CONSTRAINT users_key PRIMARY KEY (id) WITH (fillfactor = 90);

-- migrations/versions/a5.lua:10
COMMENT ON CONSTRAINT users_key ON users IS 'the key';

-- migrations/versions/a5.lua:10
ALTER TABLE orders
  ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;

-- migrations/versions/a5.lua:10
COMMENT ON CONSTRAINT orders_user_id_fkey ON orders IS 'whose';

-- migrations/versions/a5.lua:9
ALTER TABLE users
  ADD CONSTRAINT users_email_too UNIQUE (email) DEFERRABLE INITIALLY DEFERRED;

-- migrations/versions/a5.lua:8
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);

-- migrations/versions/a5.lua:8
ALTER TABLE orders
  ADD CONSTRAINT "by email" FOREIGN KEY (email) REFERENCES users (email) MATCH FULL DEFERRABLE;

-- migrations/versions/a5.lua:7
ALTER TABLE users ADD CONSTRAINT users_check CHECK (age > 0 AND name <> '');

-- migrations/versions/a5.lua:7
COMMENT ON CONSTRAINT users_check ON users IS 'some are not';

-- migrations/versions/a5.lua:6
ALTER TABLE users ADD CONSTRAINT email CHECK (email LIKE '%@%') NO INHERIT;

-- migrations/versions/a5.lua:5
ALTER TABLE users
  ADD CONSTRAINT users_during_excl EXCLUDE USING gist (during WITH &&) WHERE (age > 3);

-- migrations/versions/a5.lua:4
ALTER TABLE orders
  ALTER CONSTRAINT orders_user_id_fkey DEFERRABLE INITIALLY DEFERRED;
