revision { id = "a3", parent = "a2", message = "names", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("people", {
		column("id", "bigint", { primary_key = true }),
		column("mood", "mood", { not_null = true, default = "sadder" }),
		column("moods", "mood[]", { default = array { "sadder", "happy" } }),
		column("kind", "billing.kind"),
	})
	rename_enum("mood", "feeling")
	rename_enum("billing.kind", "sort")
	rename_enum("billing.sort", "public.sort")
end
