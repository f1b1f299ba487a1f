CREATE TABLE notes (id bigint PRIMARY KEY, owner text, text text);
CREATE TABLE open (id bigint PRIMARY KEY, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes FORCE ROW LEVEL SECURITY;
ALTER TABLE open ENABLE ROW LEVEL SECURITY;
CREATE POLICY using_changes ON notes USING (owner = current_user OR owner IS NULL) WITH CHECK (owner = current_user);
CREATE POLICY roles_change ON notes FOR SELECT TO policy_reader USING (true);
CREATE POLICY for_changes ON notes FOR UPDATE USING (true);
CREATE POLICY fresh ON open AS RESTRICTIVE USING (owner = current_user);
