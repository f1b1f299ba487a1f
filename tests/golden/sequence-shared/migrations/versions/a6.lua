revision { id = "a6", parent = "a5", message = "with the defaults", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_schema("gone", { cascade = true })
	alter_column("stays", "a", { not_null = true })
	drop_table { "billing.other", "n" }
end
