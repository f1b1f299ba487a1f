revision  a1
parent    <base>
message   names left to the server
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE TABLE t (
			a integer UNIQUE PRIMARY KEY,
			b integer CHECK (b > 0) CONSTRAINT named CHECK (b > 1) UNIQUE DEFERRABLE INITIALLY DEFERRED,
			c text UNIQUE NULLS NOT DISTINCT,
			d integer REFERENCES t (a) ON DELETE CASCADE,
			e integer CHECK (true),
			UNIQUE (a, b),
			UNIQUE (b) INCLUDE (b, c),
			UNIQUE (c) WITH (fillfactor = 50),
			CHECK (b > a) NO INHERIT,
			CHECK (t.b <> 3 AND b < 10),
			CHECK (t IS NOT NULL),
			CHECK (tableoid > 0),
			EXCLUDE (a WITH =, lower(c) WITH =) WHERE (a > 1),
			EXCLUDE USING gist (box(point(a, b), point(b, a)) WITH &&),
			FOREIGN KEY (b, a) REFERENCES t (a, b) MATCH FULL ON UPDATE RESTRICT
		);

-- migrations/versions/a1.lua:24
CREATE TABLE "table with a long name that has sixty-three bytes as it may have ä" (
			"column with a long name that has sixty-three bytes as it may hav" integer UNIQUE CHECK ("column with a long name that has sixty-three bytes as it may hav" > 0),
			"another" integer UNIQUE,
			UNIQUE ("another", "column with a long name that has sixty-three bytes as it may hav"),
			PRIMARY KEY ("another"),
			CHECK ("another" > 0)
		);

-- migrations/versions/a1.lua:32
CREATE TABLE ünïcödé_namen_die_viele_bytes_haben_ä_ö_ü (größe_in_zentimetern_und_noch_mehr_ä_ö_ü_ß integer UNIQUE, b integer CHECK (größe_in_zentimetern_und_noch_mehr_ä_ö_ü_ß > 0));

downgrade (derived)

-- migrations/versions/a1.lua:32, loses data
DROP TABLE "ünïcödé_namen_die_viele_bytes_haben_ä_ö_ü";

-- migrations/versions/a1.lua:24, loses data
DROP TABLE "table with a long name that has sixty-three bytes as it may hav";

-- migrations/versions/a1.lua:5, loses data
DROP TABLE t;

revision  a2
parent    a1
message   ALTER TABLE
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
CREATE TABLE u (id bigint, code text, n integer, t_a integer, at tstzrange);

-- migrations/versions/a2.lua:6
CREATE UNIQUE INDEX u_code ON u (code) INCLUDE (n);

-- migrations/versions/a2.lua:7
ALTER TABLE u ADD PRIMARY KEY (id), ADD UNIQUE (n), ADD UNIQUE (n), ADD CHECK (n > 0), ADD CHECK (n > 1) NOT VALID,
			ADD CHECK (n > 0 AND code <> '') NO INHERIT;

-- migrations/versions/a2.lua:9
ALTER TABLE u ADD CONSTRAINT u_codes UNIQUE USING INDEX u_code DEFERRABLE;

-- migrations/versions/a2.lua:10
ALTER TABLE u ADD FOREIGN KEY (t_a) REFERENCES t ON DELETE SET NULL (t_a) ON UPDATE SET DEFAULT NOT VALID,
			ADD FOREIGN KEY (t_a) REFERENCES t (a), ADD FOREIGN KEY (n, t_a) REFERENCES t (b, a);

-- migrations/versions/a2.lua:12
ALTER TABLE ONLY u ADD EXCLUDE USING gist (at WITH &&) INITIALLY DEFERRED;

-- migrations/versions/a2.lua:13
ALTER TABLE IF EXISTS nobody ADD CHECK (true);

-- migrations/versions/a2.lua:16
ALTER TABLE u VALIDATE CONSTRAINT u_n_check1, VALIDATE CONSTRAINT u_t_a_fkey;

-- migrations/versions/a2.lua:17
ALTER TABLE u ALTER CONSTRAINT u_t_a_fkey1 DEFERRABLE INITIALLY DEFERRED;

-- migrations/versions/a2.lua:18
ALTER TABLE u RENAME CONSTRAINT u_n_key TO n_key;

-- migrations/versions/a2.lua:19
ALTER INDEX u_n_key1 RENAME TO n_key1;

-- migrations/versions/a2.lua:20
ALTER TABLE IF EXISTS u RENAME CONSTRAINT u_n_check TO n_check;

downgrade (derived)

-- migrations/versions/a2.lua:20
ALTER TABLE u RENAME CONSTRAINT n_check TO u_n_check;

-- migrations/versions/a2.lua:19
ALTER TABLE u RENAME CONSTRAINT n_key1 TO u_n_key1;

-- migrations/versions/a2.lua:18
ALTER TABLE u RENAME CONSTRAINT n_key TO u_n_key;

-- migrations/versions/a2.lua:17
ALTER TABLE u ALTER CONSTRAINT u_t_a_fkey1 NOT DEFERRABLE;

-- migrations/versions/a2.lua:16
ALTER TABLE u DROP CONSTRAINT u_t_a_fkey;

-- migrations/versions/a2.lua:16
ALTER TABLE u DROP CONSTRAINT u_n_check1;

-- migrations/versions/a2.lua:16
ALTER TABLE u ADD CONSTRAINT u_n_check1 CHECK (n > 1) NOT VALID;

-- migrations/versions/a2.lua:16
ALTER TABLE u
  ADD CONSTRAINT u_t_a_fkey FOREIGN KEY (t_a) REFERENCES t (a) ON UPDATE SET DEFAULT ON DELETE SET NULL (t_a) NOT VALID;

-- migrations/versions/a2.lua:12
ALTER TABLE u DROP CONSTRAINT u_at_excl;

-- migrations/versions/a2.lua:10
ALTER TABLE u DROP CONSTRAINT u_t_a_fkey;

-- migrations/versions/a2.lua:10
ALTER TABLE u DROP CONSTRAINT u_t_a_fkey1;

-- migrations/versions/a2.lua:10
ALTER TABLE u DROP CONSTRAINT u_n_t_a_fkey;

-- migrations/versions/a2.lua:9
ALTER TABLE u DROP CONSTRAINT u_codes;

-- migrations/versions/a2.lua:9
CREATE UNIQUE INDEX u_code ON u (code) INCLUDE (n);

-- migrations/versions/a2.lua:7
ALTER TABLE u DROP CONSTRAINT u_pkey;

-- migrations/versions/a2.lua:7
ALTER TABLE u DROP CONSTRAINT u_n_key;

-- migrations/versions/a2.lua:7
ALTER TABLE u DROP CONSTRAINT u_n_key1;

-- migrations/versions/a2.lua:7
ALTER TABLE u DROP CONSTRAINT u_n_check;

-- migrations/versions/a2.lua:7
ALTER TABLE u DROP CONSTRAINT u_n_check1;

-- migrations/versions/a2.lua:7
ALTER TABLE u DROP CONSTRAINT u_check;

-- migrations/versions/a2.lua:7
ALTER TABLE u ALTER COLUMN id DROP NOT NULL;

-- migrations/versions/a2.lua:6
DROP INDEX u_code;

-- migrations/versions/a2.lua:5, loses data
DROP TABLE u;

revision  a3
parent    a2
message   away
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
ALTER TABLE u ALTER CONSTRAINT u_t_a_fkey1 NOT DEFERRABLE;

-- migrations/versions/a3.lua:6
ALTER TABLE u DROP CONSTRAINT n_key, DROP CONSTRAINT IF EXISTS n_key, DROP CONSTRAINT n_check;

-- migrations/versions/a3.lua:7
ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;

-- migrations/versions/a3.lua:8
ALTER TABLE t ADD COLUMN z integer PRIMARY KEY CHECK (z > a) REFERENCES t (z) DEFERRABLE;

downgrade (derived)

-- migrations/versions/a3.lua:8, loses data
ALTER TABLE t DROP COLUMN z;

-- migrations/versions/a3.lua:7
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- migrations/versions/a3.lua:7
ALTER TABLE t
  ADD CONSTRAINT t_d_fkey FOREIGN KEY (d) REFERENCES t (a) ON DELETE CASCADE;

-- migrations/versions/a3.lua:7
ALTER TABLE u
  ADD CONSTRAINT u_t_a_fkey FOREIGN KEY (t_a) REFERENCES t (a) ON UPDATE SET DEFAULT ON DELETE SET NULL (t_a);

-- migrations/versions/a3.lua:7
ALTER TABLE u
  ADD CONSTRAINT u_t_a_fkey1 FOREIGN KEY (t_a) REFERENCES t (a);

-- migrations/versions/a3.lua:6
ALTER TABLE u ADD CONSTRAINT n_key UNIQUE (n);

-- migrations/versions/a3.lua:6
ALTER TABLE u ADD CONSTRAINT n_check CHECK (n > 0);

-- migrations/versions/a3.lua:5
ALTER TABLE u ALTER CONSTRAINT u_t_a_fkey1 DEFERRABLE INITIALLY DEFERRED;

revision  a4 (head)
parent    a3
message   all of it
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5, loses data
DROP TABLE t, u;

-- migrations/versions/a4.lua:6, loses data
DROP TABLE "table with a long name that has sixty-three bytes as it may have ä";

-- migrations/versions/a4.lua:7, loses data
DROP TABLE ünïcödé_namen_die_viele_bytes_haben_ä_ö_ü;

downgrade (derived)

-- migrations/versions/a4.lua:7
CREATE TABLE "ünïcödé_namen_die_viele_bytes_haben_ä_ö_ü" (
  "größe_in_zentimetern_und_noch_mehr_ä_ö_ü_ß" integer,
  b integer,
  CONSTRAINT "ünïcödé_namen_die_viele__größe_in_zentimetern_und_n_check" CHECK (größe_in_zentimetern_und_noch_mehr_ä_ö_ü_ß > 0),
  CONSTRAINT "ünïcödé_namen_die_viele_b_größe_in_zentimetern_und_no_key" UNIQUE ("größe_in_zentimetern_und_noch_mehr_ä_ö_ü_ß")
);

-- migrations/versions/a4.lua:6
CREATE TABLE "table with a long name that has sixty-three bytes as it may hav" (
  "column with a long name that has sixty-three bytes as it may ha" integer,
  another integer NOT NULL,
  CONSTRAINT "table with a long name that _column with a long name that_check" CHECK ("column with a long name that has sixty-three bytes as it may hav" > 0),
  CONSTRAINT "table with a long name that has sixty-three bytes_another_check" CHECK ("another" > 0),
  CONSTRAINT "table with a long name that has sixty-three bytes as it ma_pkey" PRIMARY KEY (another),
  CONSTRAINT "table with a long name that h_column with a long name that _key" UNIQUE ("column with a long name that has sixty-three bytes as it may ha"),
  CONSTRAINT "table with a long name that h_another_column with a long na_key" UNIQUE (another, "column with a long name that has sixty-three bytes as it may ha")
);

-- migrations/versions/a4.lua:5
CREATE TABLE u (
  id bigint NOT NULL,
  code text,
  n integer,
  t_a integer,
  at tstzrange,
  CONSTRAINT u_n_check1 CHECK (n > 1),
  CONSTRAINT u_check CHECK (n > 0 AND code <> '') NO INHERIT,
  CONSTRAINT u_pkey PRIMARY KEY (id),
  CONSTRAINT n_key1 UNIQUE (n),
  CONSTRAINT u_codes UNIQUE (code) INCLUDE (n) DEFERRABLE,
  CONSTRAINT u_at_excl EXCLUDE USING gist (at WITH &&) DEFERRABLE INITIALLY DEFERRED
);

-- migrations/versions/a4.lua:5
CREATE TABLE t (
  a integer NOT NULL,
  b integer,
  c text,
  d integer,
  e integer,
  z integer NOT NULL,
  CONSTRAINT t_b_check CHECK (b > 0),
  CONSTRAINT named CHECK (b > 1),
  CONSTRAINT t_check CHECK (true),
  CONSTRAINT t_check1 CHECK (b > a) NO INHERIT,
  CONSTRAINT t_b_check1 CHECK (b <> 3 AND b < 10),
  CONSTRAINT t_check2 CHECK (t IS NOT NULL),
  CONSTRAINT t_tableoid_check CHECK (tableoid > 0),
  CONSTRAINT t_check3 CHECK (z > a),
  CONSTRAINT t_pkey PRIMARY KEY (z),
  CONSTRAINT t_b_key UNIQUE (b) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT t_c_key UNIQUE NULLS NOT DISTINCT (c),
  CONSTRAINT t_a_b_key UNIQUE (a, b),
  CONSTRAINT t_b_b1_c_key UNIQUE (b) INCLUDE (b, c),
  CONSTRAINT t_c_key1 UNIQUE (c) WITH (fillfactor = 50),
  CONSTRAINT t_a_lower_excl EXCLUDE (a WITH =, lower(c) WITH =) WHERE (a > 1),
  CONSTRAINT t_box_excl EXCLUDE USING gist (box(point(a, b), point(b, a)) WITH &&)
);

-- migrations/versions/a4.lua:5
ALTER TABLE u
  ADD CONSTRAINT u_n_t_a_fkey FOREIGN KEY (n, t_a) REFERENCES t (b, a);

-- migrations/versions/a4.lua:5
ALTER TABLE t
  ADD CONSTRAINT t_b_a_fkey FOREIGN KEY (b, a) REFERENCES t (a, b) MATCH FULL ON UPDATE RESTRICT;

-- migrations/versions/a4.lua:5
ALTER TABLE t
  ADD CONSTRAINT t_z_fkey FOREIGN KEY (z) REFERENCES t (z) DEFERRABLE;
