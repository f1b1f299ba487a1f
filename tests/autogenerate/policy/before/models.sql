CREATE TABLE notes (id bigint PRIMARY KEY, owner text, text text);
CREATE TABLE open (id bigint PRIMARY KEY, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY using_changes ON notes USING (owner = current_user);
CREATE POLICY roles_change ON notes FOR SELECT USING (true);
CREATE POLICY gone ON notes FOR DELETE USING (false);
CREATE POLICY for_changes ON notes FOR SELECT USING (true);
