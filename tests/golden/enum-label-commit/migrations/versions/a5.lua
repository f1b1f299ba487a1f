revision { id = "a5", parent = "a4", message = "so are the statements of a text", created = "2026-11-22T15:10:00Z", transaction = "none" }

function upgrade()
	execute [[
		ALTER TYPE mood ADD VALUE 'best';
		ALTER TABLE t ALTER m SET DEFAULT 'best';
	]]
end
