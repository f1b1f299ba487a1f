revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_column("users", "email", "E-Mail")
	rename_table("users", "members")
	rename_schema("billing", "money")
	execute "ALTER TABLE people SET SCHEMA money"
	execute [[
		ALTER PUBLICATION later ADD TABLE members (id), ONLY staff;
		ALTER PUBLICATION "some of it" RENAME TO part;
		ALTER PUBLICATION part DROP TABLE staff;
		ALTER PUBLICATION part SET (publish_via_partition_root = true, publish = 'delete');
		ALTER PUBLICATION part SET TABLE members (id, "E-Mail") WHERE (team > 5 AND members.note <> ''), money.people, events WHERE (kind = 'a');
		ALTER PUBLICATION money DROP TABLES IN SCHEMA public;
		ALTER PUBLICATION everything SET (publish = 'truncate');
		COMMENT ON PUBLICATION money IS NULL;
	]]
	alter_column("money.people", "id", { not_null = true })
end
