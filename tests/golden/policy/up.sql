revision  a1
parent    <base>
message   policies
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TABLE users (
  id bigint NOT NULL,
  owner name,
  team bigint,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:5
CREATE TABLE teams (
  id bigint NOT NULL,
  boss name,
  CONSTRAINT teams_pkey PRIMARY KEY (id)
);

-- migrations/versions/a1.lua:7
CREATE FUNCTION mine(name) RETURNS boolean LANGUAGE sql STABLE RETURN $1 = current_user;

-- migrations/versions/a1.lua:8
CREATE POLICY own ON users USING (owner = current_user);

-- migrations/versions/a1.lua:9
CREATE POLICY boss ON users AS PERMISSIVE FOR SELECT TO CURRENT_USER, PUBLIC
			USING (EXISTS (SELECT FROM teams t WHERE t.id = users.team AND mine(t.boss)));

-- migrations/versions/a1.lua:11
CREATE POLICY "come in" ON users AS RESTRICTIVE FOR INSERT WITH CHECK (id > 0 AND mine(owner));

-- migrations/versions/a1.lua:12
CREATE POLICY own ON teams FOR UPDATE TO CURRENT_USER USING (true) WITH CHECK (mine(boss));

-- migrations/versions/a1.lua:13
COMMENT ON POLICY own ON users IS 'to each his own';

-- migrations/versions/a1.lua:14
ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- migrations/versions/a1.lua:16
ALTER TABLE teams ENABLE ROW LEVEL SECURITY;

downgrade (derived)

-- migrations/versions/a1.lua:16
ALTER TABLE teams DISABLE ROW LEVEL SECURITY;

-- migrations/versions/a1.lua:14
ALTER TABLE users
  DISABLE ROW LEVEL SECURITY,
  NO FORCE ROW LEVEL SECURITY;

-- migrations/versions/a1.lua:13
COMMENT ON POLICY own ON users IS NULL;

-- migrations/versions/a1.lua:12
DROP POLICY own ON teams;

-- migrations/versions/a1.lua:11
DROP POLICY "come in" ON users;

-- migrations/versions/a1.lua:9
DROP POLICY boss ON users;

-- migrations/versions/a1.lua:8
DROP POLICY own ON users;

-- migrations/versions/a1.lua:7
DROP FUNCTION mine(name);

-- migrations/versions/a1.lua:5, loses data
DROP TABLE teams;

-- migrations/versions/a1.lua:4, loses data
DROP TABLE users;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER TABLE users RENAME COLUMN owner TO "Owner";

-- migrations/versions/a2.lua:5
ALTER TABLE teams RENAME COLUMN boss TO lead;

-- migrations/versions/a2.lua:6
ALTER TABLE teams RENAME TO groups;

-- migrations/versions/a2.lua:7
ALTER TABLE users RENAME TO members;

-- migrations/versions/a2.lua:8
ALTER FUNCTION mine(name) RENAME TO is_mine;

-- migrations/versions/a2.lua:9
ALTER POLICY own ON members USING (is_mine("Owner"));

-- migrations/versions/a2.lua:10
ALTER POLICY own ON groups TO PUBLIC WITH CHECK (is_mine(lead) AND groups.id > 5);

-- migrations/versions/a2.lua:11
ALTER POLICY "come in" ON members RENAME TO entry;

-- migrations/versions/a2.lua:12
ALTER TABLE members NO FORCE ROW LEVEL SECURITY;

-- migrations/versions/a2.lua:13
ALTER TABLE groups DISABLE ROW LEVEL SECURITY;

downgrade (derived)

-- migrations/versions/a2.lua:13
ALTER TABLE groups ENABLE ROW LEVEL SECURITY;

-- migrations/versions/a2.lua:12
ALTER TABLE members FORCE ROW LEVEL SECURITY;

-- migrations/versions/a2.lua:11
ALTER POLICY entry ON members RENAME TO "come in";

-- migrations/versions/a2.lua:10
DROP POLICY own ON groups;

-- migrations/versions/a2.lua:10
CREATE POLICY own ON groups FOR UPDATE TO CURRENT_USER USING (true) WITH CHECK (is_mine(lead));

-- migrations/versions/a2.lua:9
DROP POLICY own ON members;

-- migrations/versions/a2.lua:9
CREATE POLICY own ON members USING ("Owner" = current_user);

-- migrations/versions/a2.lua:9
COMMENT ON POLICY own ON members IS 'to each his own';

-- migrations/versions/a2.lua:8
ALTER FUNCTION is_mine(name) RENAME TO mine;

-- migrations/versions/a2.lua:7
ALTER TABLE members RENAME TO users;

-- migrations/versions/a2.lua:6
ALTER TABLE groups RENAME TO teams;

-- migrations/versions/a2.lua:5
ALTER TABLE teams RENAME COLUMN lead TO boss;

-- migrations/versions/a2.lua:4
ALTER TABLE users RENAME COLUMN "Owner" TO owner;

revision  a3 (head)
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP POLICY entry ON members;

-- migrations/versions/a3.lua:5
DROP POLICY IF EXISTS entry ON members;

-- migrations/versions/a3.lua:6, loses data
ALTER TABLE groups DROP COLUMN lead CASCADE;

-- migrations/versions/a3.lua:7
DROP FUNCTION is_mine CASCADE;

-- migrations/versions/a3.lua:8, loses data
DROP TABLE members;

downgrade (derived)

-- migrations/versions/a3.lua:8
CREATE TABLE members (
  id bigint NOT NULL,
  "Owner" name,
  team bigint,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- migrations/versions/a3.lua:8
ALTER TABLE members ENABLE ROW LEVEL SECURITY;

-- migrations/versions/a3.lua:7
CREATE FUNCTION is_mine(name) RETURNS boolean LANGUAGE sql STABLE RETURN $1 = current_user;

-- migrations/versions/a3.lua:7
CREATE POLICY own ON members FOR ALL TO PUBLIC USING (is_mine("Owner"));

-- migrations/versions/a3.lua:7
COMMENT ON POLICY own ON members IS 'to each his own';

-- migrations/versions/a3.lua:6
ALTER TABLE groups ADD COLUMN lead name;

-- migrations/versions/a3.lua:6
CREATE POLICY own ON groups FOR UPDATE TO PUBLIC USING (true) WITH CHECK (is_mine(lead) AND groups.id > 5);

-- migrations/versions/a3.lua:6
CREATE POLICY boss ON members AS PERMISSIVE FOR SELECT TO CURRENT_USER, PUBLIC
			USING (EXISTS (SELECT FROM groups t WHERE t.id = members.team AND is_mine(t.lead)));

-- migrations/versions/a3.lua:4
CREATE POLICY entry ON members AS RESTRICTIVE FOR INSERT WITH CHECK (id > 0 AND is_mine("Owner"));
