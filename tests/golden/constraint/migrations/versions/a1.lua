revision { id = "a1", message = "items", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("clinics", {
		column("id", "bigint", {}),
		column("code", "text", { unique = true }),
		column("region", "text"),
		column("number", "integer", { check = "number > 0" }),
		primary_key { "id", include = { "code" }, with = { fillfactor = 70 }, comment = "the key" },
		unique { "region", "number", nulls_not_distinct = true, deferrable = true, initially = "deferred" },
		unique { "number", name = "clinics_numbers", include = { "code", "region" }, comment = "its numbers" },
		check { "region <> code AND number < 100000 -- comments may end it" },
		check { "number <> 13", name = "unlucky", no_inherit = true },
		check { "code <> ''" },
	})
	create_table("rooms", {
		column("id", "integer", { primary_key = true }),
		column("clinic_id", "bigint", { references = "clinics", on_delete = "cascade" }),
		column("region", "text"),
		column("number", "integer"),
		column("within", "integer", { references = "rooms" }),
	})
end

