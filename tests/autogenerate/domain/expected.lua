function upgrade()
  execute "ALTER DOMAIN check_changes DROP CONSTRAINT long"
  execute "ALTER DOMAIN check_gone DROP CONSTRAINT long"
  -- fails where a value has more than 10 characters
  alter_column("t", "f", { type = "varchar(10)", default = null })
  -- fails where a value has more than 10 characters
  alter_column("t", "fs", { type = "varchar(10)[]" })
  execute "DROP DOMAIN type_changes"
  execute "ALTER DOMAIN default_changes SET DEFAULT 2"
  execute "ALTER DOMAIN null_changes SET NOT NULL"
  execute "CREATE DOMAIN type_changes AS character varying(20)"
  execute "CREATE DOMAIN fresh AS text CONSTRAINT fresh_check CHECK (VALUE ~ '^[a-z]+$')"
  execute "ALTER DOMAIN check_changes ADD CONSTRAINT long CHECK (length(VALUE) > 3)"
  execute "ALTER DOMAIN check_added ADD CONSTRAINT short CHECK (length(VALUE) < 100)"
  add_column("t", column("h", "fresh"))
  alter_column("t", "g", { type = "text" })
  alter_column("t", "f", { type = "type_changes", default = "x" })
  alter_column("t", "fs", { type = "type_changes[]" })
  execute "DROP DOMAIN gone"
end
