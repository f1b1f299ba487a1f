function upgrade()
  execute "DROP POLICY gone ON notes"
  execute "DROP POLICY using_changes ON notes"
  execute "DROP POLICY roles_change ON notes"
  execute "DROP POLICY for_changes ON notes"
  alter_table("notes", { force_row_level_security = true })
  alter_table("open", { row_level_security = true })
  execute [[
CREATE POLICY using_changes ON notes USING (owner = current_user OR owner IS NULL) WITH CHECK (owner = current_user)
]]
  execute "CREATE POLICY roles_change ON notes FOR SELECT TO policy_reader USING (true)"
  execute "CREATE POLICY for_changes ON notes FOR UPDATE USING (true)"
  execute "CREATE POLICY fresh ON open AS RESTRICTIVE USING (owner = current_user)"
end
