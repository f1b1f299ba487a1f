revision { id = "a8", parent = "a7", message = "made anew", created = "2026-11-30T00:50:00Z" }

function upgrade()
	execute [[
		ALTER TABLE ONLY pt DISABLE TRIGGER USER;
		CREATE OR REPLACE TRIGGER tr BEFORE UPDATE ON pt FOR EACH ROW EXECUTE FUNCTION tf();
	]]
end
