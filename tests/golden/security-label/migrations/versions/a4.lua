revision { id = "a4", parent = "a3", message = "labels go with what they are on", created = "2026-11-29T19:00:00Z" }

function upgrade()
	execute [[
		ALTER TABLE people DROP COLUMN mail CASCADE;
		ALTER TYPE pair DROP ATTRIBUTE z;
	]]
	alter_column("people", "id", { identity = null })
end
