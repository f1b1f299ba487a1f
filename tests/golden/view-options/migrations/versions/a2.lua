revision { id = "a2", parent = "a1", message = "options are set and reset", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "ALTER VIEW plain SET (security_barrier = true, check_option = local)"
	execute "ALTER VIEW careful RESET (security_barrier)"
	execute "ALTER VIEW checked RESET (check_option)"
	execute "ALTER VIEW plain ALTER COLUMN name SET DEFAULT 'nobody', ALTER COLUMN id SET DEFAULT 7"
	alter_column("checked", "name", { default = "somebody" })
	alter_table("careful", { with = { security_invoker = false } })
end
