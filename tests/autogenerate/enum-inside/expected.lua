function upgrade()
  execute "ALTER DOMAIN stronger DROP CONSTRAINT not_odd"
  execute "ALTER DOMAIN feeling SET DEFAULT 'ok'"
  execute "ALTER DOMAIN stronger SET DEFAULT 'ok'"
  -- rewrites every table that has the type, under a lock; fails where a row has 'odd'
  alter_enum("mood", { "glad", "ok", "sad" })
end
