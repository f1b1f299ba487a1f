revision { id = "a4", parent = "a3", message = "SQL that undoes uses it too", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute([[UPDATE t SET m = 'sad' WHERE m = 'ok']], { down = [[UPDATE t SET m = 'ok' WHERE id > 1]] })
	alter_column("t", "m", { default = null })
	drop_enum_value("mood", "ok")
end
