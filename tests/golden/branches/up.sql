revision  a1 (branch point)
parent    <base>
message   a1
created   
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  name text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:5
CREATE TABLE notes (
  id bigint NOT NULL,
  CONSTRAINT notes_pkey PRIMARY KEY (id)
);

downgrade (derived)

-- migrations/versions/a1.lua:5, loses data
DROP TABLE notes;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  b1
parent    a1
labels    mail, letters
message   b1
created   
file      migrations/versions/b1.lua

upgrade

-- migrations/versions/b1.lua:4
ALTER TABLE users
  ADD COLUMN email text,
  ADD CONSTRAINT users_email_key UNIQUE (email);

downgrade (derived)

-- migrations/versions/b1.lua:4, loses data
ALTER TABLE users DROP COLUMN email;

revision  b2
parent    b1
message   b2
created   
file      migrations/versions/b2.lua

upgrade

-- migrations/versions/b2.lua:4
CREATE INDEX users_email_name_idx ON users (email, name);

-- migrations/versions/b2.lua:5
CREATE TABLE mails (
  id bigint NOT NULL,
  CONSTRAINT mails_pkey PRIMARY KEY (id),
  CONSTRAINT mails_id_fkey FOREIGN KEY (id) REFERENCES users (id)
);

downgrade (derived)

-- migrations/versions/b2.lua:5, loses data
DROP TABLE mails;

-- migrations/versions/b2.lua:4
DROP INDEX users_email_name_idx;

revision  c1
parent    a1
message   c1
created   
file      migrations/versions/c1.lua

upgrade

-- migrations/versions/c1.lua:4
ALTER TABLE users ADD COLUMN born date;

-- migrations/versions/c1.lua:5
ALTER TABLE notes
  ADD COLUMN of bigint,
  ADD CONSTRAINT notes_of_fkey FOREIGN KEY (of) REFERENCES users (id);

downgrade (derived)

-- migrations/versions/c1.lua:5, loses data
ALTER TABLE notes DROP COLUMN of;

-- migrations/versions/c1.lua:4, loses data
ALTER TABLE users DROP COLUMN born;

revision  c2
parent    a1
label     kinds
message   c2
created   
file      migrations/versions/c2.lua

upgrade

-- migrations/versions/c2.lua:4
CREATE TYPE kind AS ENUM ('a', 'b');

-- migrations/versions/c2.lua:5
ALTER TABLE notes ADD COLUMN kind kind;

downgrade (derived)

-- migrations/versions/c2.lua:5, loses data
ALTER TABLE notes DROP COLUMN kind;

-- migrations/versions/c2.lua:4
DROP TYPE kind;

revision  m1 (merge)
parents   b2, c1
message   m1
created   
file      migrations/versions/m1.lua

upgrade

-- migrations/versions/m1.lua:4
CREATE INDEX users_born_email_idx ON users (born, email);

downgrade (derived)

-- migrations/versions/m1.lua:4
DROP INDEX users_born_email_idx;

revision  o1
parent    <base>
label     other
message   o1
created   
file      migrations/versions/other/o1.lua

upgrade

-- migrations/versions/other/o1.lua:4
CREATE TABLE countries (
  code character(2) NOT NULL,
  CONSTRAINT countries_pkey PRIMARY KEY (code)
);

downgrade (derived)

-- migrations/versions/other/o1.lua:4, loses data
DROP TABLE countries;

revision  d1
parent    m1
depends   on o1
message   d1
created   
file      migrations/versions/d1.lua

upgrade

-- migrations/versions/d1.lua:4
ALTER TABLE users
  ADD COLUMN country character(2),
  ADD CONSTRAINT users_country_fkey FOREIGN KEY (country) REFERENCES countries (code);

downgrade (derived)

-- migrations/versions/d1.lua:4, loses data
ALTER TABLE users DROP COLUMN country;

revision  o2
parent    o1
message   o2
created   
file      migrations/versions/other/o2.lua

upgrade

-- migrations/versions/other/o2.lua:4
ALTER TABLE countries ADD COLUMN name text;

downgrade (derived)

-- migrations/versions/other/o2.lua:4, loses data
ALTER TABLE countries DROP COLUMN name;

revision  z1 (head) (merge)
parents   d1, c2, o2
message   z1
created   
file      migrations/versions/z1.lua

upgrade

-- migrations/versions/z1.lua:4
ALTER TABLE notes
  ADD COLUMN country character(2),
  ADD CONSTRAINT notes_country_fkey FOREIGN KEY (country) REFERENCES countries (code);

downgrade (derived)

-- migrations/versions/z1.lua:4, loses data
ALTER TABLE notes DROP COLUMN country;
