function upgrade()
  -- loses data
  execute "ALTER TYPE pair DROP ATTRIBUTE old CASCADE"
  execute "ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint CASCADE"
  execute "ALTER TYPE pair ALTER ATTRIBUTE b TYPE character varying(20) CASCADE"
  execute "ALTER TYPE pair ADD ATTRIBUTE at timestamp with time zone CASCADE"
end
