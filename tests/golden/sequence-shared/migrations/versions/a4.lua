revision { id = "a4", parent = "a3", message = "a column goes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	alter_column("child", "id", { default = null })
	drop_column("a", "id", { cascade = true })
end
