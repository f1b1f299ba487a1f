revision { id = "a6", parent = "a5", message = "it comes again, and a new partition takes what its table has", created = "2026-11-30T00:50:00Z" }

function upgrade()
	execute [[
		CREATE TRIGGER tr BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();
		ALTER TABLE pt DISABLE TRIGGER tr;
		CREATE TABLE p3 PARTITION OF pt FOR VALUES IN (3);
		ALTER TABLE p1 ENABLE TRIGGER tr;
	]]
end
