function upgrade()
  execute "ALTER FOREIGN DATA WRAPPER far VALIDATOR judge"
  execute "ALTER FOREIGN DATA WRAPPER far OPTIONS (SET mode 'b')"
  execute "ALTER FOREIGN DATA WRAPPER far OPTIONS (ADD \"New one\" 'it''s')"
  execute "ALTER FOREIGN DATA WRAPPER far OPTIONS (DROP gone)"
  execute "ALTER FOREIGN DATA WRAPPER plain OPTIONS (ADD mode 'a')"
  execute "ALTER FOREIGN DATA WRAPPER said OPTIONS (SET mode 'd')"
  execute "ALTER SERVER there VERSION '2'"
  execute "ALTER SERVER there OPTIONS (SET port '5433')"
  execute "ALTER SERVER there OPTIONS (ADD dbname 'd')"
  execute "ALTER SERVER there OPTIONS (DROP host)"
  execute "ALTER SERVER bare OPTIONS (ADD host 'there')"
  execute "ALTER SERVER bare VERSION '3'"
  execute "ALTER USER MAPPING FOR PUBLIC SERVER there OPTIONS (SET \"user\" 'eve')"
  execute "ALTER USER MAPPING FOR PUBLIC SERVER there OPTIONS (ADD more '1')"
  execute 'ALTER USER MAPPING FOR PUBLIC SERVER bare OPTIONS (DROP "user")'
  comment_on("server there", "another")
end
