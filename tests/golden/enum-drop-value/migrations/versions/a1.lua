revision { id = "a1", message = "all that may use an enum", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_enum("role", { "patient", "clinician", "robot", "admin" })
	comment_on("type role", "Who they are")
	create_table("roles", {
		column("role", "role", { primary_key = true }),
		column("title", "text", { comment = "for people" }),
	})
	create_table("users", {
		column("id", "bigint", { primary_key = true }),
		column("role", "role", { not_null = true, default = "patient", references = "roles" }),
		column("others", "role[]", { not_null = true, default = array { "patient", "admin" } }),
		column("name", "text", { default = "robot" }),
		check { "role <> 'admin' OR 'admin' = ANY (others)", name = "users_role_check" },
		check { "name <> 'robot'" },
		check { "role <> 'admin' OR name <> 'admin'", name = "users_mixed" },
		check { "coalesce(role, 'admin') = 'admin'::role OR CASE role WHEN 'admin' THEN 'admin' ELSE name END <> 'x'", name = "users_case" },
		check { "others <> '{admin,patient}' OR role::text <> 'admin'", name = "users_array" },
		index { "id", where = "role IN ('admin', 'patient') AND name = 'admin'", name = "users_in" },
		unique { "role", "name" },
		index { "role" },
		index { "name", where = "role <> 'admin'", name = "users_humans" },
		index { sql "(role = 'admin')", name = "users_admins" },
	})
	comment_on("index users_humans", "a part")
	comment_on("constraint users_role_check on users", "a rule")
	create_table("logs", {
		column("at", "timestamptz", { not_null = true }),
		column("role", "role", { default = "patient" }),
		partition_by = "range (at)",
		partition("logs_2026", { from = "2026-01-01", to = "2027-01-01" }),
	})
	alter_column("logs_2026", "role", { default = "admin" })
	bulk_insert("roles", { { role = "patient" }, { role = "admin", title = "Boss" } })
	bulk_insert("users", { { id = 1, name = "a" }, { id = 2, role = "admin", name = "b" } })
	bulk_insert("logs", { { at = "2026-05-05", role = "patient" } })
end
