revision { id = "a007", parent = "a006", message = "Taken over in the revision that made them", created = "2026-11-29T12:06:00Z" }

function upgrade()
	execute [[
		CREATE TABLE p (c1 int, c2 text) PARTITION BY LIST (c1);
		CREATE TABLE q1 PARTITION OF p FOR VALUES IN (1);
	]]
end
