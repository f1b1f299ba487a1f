revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "DROP FUNCTION key_of(doors)"
	execute 'DROP TYPE app."Key" CASCADE'
	execute "DROP FUNCTION app.secret_in(cstring) CASCADE"
end
