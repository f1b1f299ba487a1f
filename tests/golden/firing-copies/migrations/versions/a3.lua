revision { id = "a3", parent = "a2", message = "a partition leaves", created = "2026-11-30T00:50:00Z" }

function upgrade()
	execute [[
		ALTER TABLE pt DETACH PARTITION p5;
	]]
end
