revision { id = "a1", message = "schemas", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema("billing", { owner = "pg_monitor" })
	create_schema("Odd name")
	create_schema("billing", { if_not_exists = true })
	create_table("billing.t", { column("id", "serial", { primary_key = true }), index { "id" } })
	create_enum("billing.kind", { "a" })
	create_table("u", {
		column("id", "integer", { primary_key = true, references = "billing.t" }),
		column("n", "integer", { default = sql "nextval('billing.t_id_seq')" }),
		column("kind", "billing.kind", { default = "a" }),
	})
end
