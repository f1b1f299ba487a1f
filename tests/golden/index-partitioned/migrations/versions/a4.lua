revision { id = "a4", parent = "a3", message = "piece by piece", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("parts", {
		column("id", "bigint", { not_null = true }),
		column("n", "integer"),
		partition_by = "range (id)",
		partition("parts_1", { from = 1, to = 10 }),
		partition("parts_2", { from = 10, to = 20 }),
	})
	create_index("parts", "n", { only = true })
	create_index("parts_1", "n", { concurrently = true, name = "one" })
	create_index("parts_2", "n", { concurrently = true, name = "two" })
	attach_index("parts_n_idx", "one")
	execute "ALTER INDEX parts_n_idx ATTACH PARTITION two"
	execute [[
		ALTER TABLE ONLY parts ADD CONSTRAINT parts_pkey PRIMARY KEY (id);
		ALTER TABLE ONLY parts_1 ADD CONSTRAINT key_1 PRIMARY KEY (id);
		ALTER TABLE parts_2 ADD CONSTRAINT key_2 PRIMARY KEY (id);
		ALTER INDEX parts_pkey ATTACH PARTITION key_1;
		ALTER INDEX parts_pkey ATTACH PARTITION key_2;
	]]
end

function downgrade()
	drop_table "parts"
end
