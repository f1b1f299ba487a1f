revision { id = "a2", parent = "a1", message = "mistakes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	drop_table "a"
	drop_table "i"
	drop_table { "own", "child" }
	drop_table "parent"
	drop_column("a", "id")
	drop_column("i", "id")
	drop_column("own", "id")
	alter_column("i", "id", { identity = null })
	drop_sequence "q"
	drop_sequence "a_id_seq"
	execute [[
DROP TABLE a;
ALTER TABLE i DROP COLUMN id;
ALTER TABLE i ALTER id DROP IDENTITY;
DROP SEQUENCE q]]
end

function downgrade() end
