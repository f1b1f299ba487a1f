function upgrade()
  rename_enum_value("level", "one", "1")
  rename_enum_value("level", "two", "2")
  add_enum_value("colour", "cyan", { before = "red" })
  drop_column("tasks", "urgent")
  execute "DROP FUNCTION next_priority(priority)"
  execute "DROP DOMAIN some_priority"
  -- rewrites every table that has the type, under a lock
  alter_enum("priority", { "low", "middle", "high" })
  -- rewrites every table that has the type, under a lock
  alter_enum("size", { "small", "medium", "large" })
  -- rewrites every table that has the type, under a lock
  alter_enum("grade", { "b", "a" })
  -- rewrites every table that has the type, under a lock
  alter_enum("level", { "2", "1" })
  execute [[
CREATE DOMAIN some_priority AS priority CONSTRAINT some_priority_check CHECK (VALUE IS NOT NULL)
]]
  execute [[
CREATE FUNCTION next_priority(p priority) RETURNS priority LANGUAGE sql IMMUTABLE AS $$ SELECT 'high'::priority $$
]]
  add_column("tasks", column("urgent", "boolean", { generated = "priority >= 'middle'" }))
  alter_column("things", "size", { default = "medium" })
  alter_column("things", "state", { default = "open" })
  -- rewrites every table that has the type, under a lock; fails where a row has 'old' or 'older'
  alter_enum("state", { "open", "closed" })
  -- rewrites every table that has the type, under a lock; fails where a row has 'green'
  alter_enum("colour", { "cyan", "blue", "red" })
end
