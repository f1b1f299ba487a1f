revision { id = "a3", parent = "a2", message = "an attribute, a primary key and a sequence go", created = "2026-11-22T15:12:00Z" }

function upgrade()
	execute [[ALTER TYPE pair RENAME ATTRIBUTE x TO number]]
	execute [[ALTER TYPE pair DROP ATTRIBUTE number CASCADE]]
	drop_constraint("users", "users_pkey", { cascade = true })
	drop_sequence("tickets", { cascade = true })
end
