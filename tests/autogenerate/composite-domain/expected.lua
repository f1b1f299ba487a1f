function upgrade()
  execute "ALTER DOMAIN d DROP CONSTRAINT d_check"
  execute "ALTER DOMAIN d ADD CONSTRAINT d_check CHECK (VALUE > '2001-01-01')"
  execute "ALTER TYPE p ADD ATTRIBUTE d d"
end
