revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "other"
	execute [[
		ALTER FOREIGN TABLE users RENAME TO members;
		ALTER FOREIGN TABLE members RENAME COLUMN name TO "Name";
		ALTER TABLE members SET SCHEMA other;
		ALTER SERVER far RENAME TO away;
		ALTER FOREIGN TABLE other.members
			OPTIONS (ADD batch '10', SET schema_name 'there', DROP "table"),
			ALTER id OPTIONS (SET column_name 'nr', DROP key),
			ALTER "Name" OPTIONS (ADD column_name 'n'),
			ADD since date OPTIONS (x 'y') DEFAULT '2020-01-01',
			DROP CONSTRAINT named,
			ADD CONSTRAINT long CHECK (length("Name") > 2) NOT VALID,
			ALTER id TYPE bigint,
			DISABLE TRIGGER noted;
		ALTER TABLE events DETACH PARTITION events_2020;
		COMMENT ON FOREIGN TABLE other.members IS NULL;
	]]
	add_column("more", column("extra", "integer"))
	alter_column("other.members", "since", { not_null = true })
end
