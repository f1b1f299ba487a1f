revision { id = "a2", parent = "a1", message = "they follow new names", created = "2026-11-30T01:01:00Z" }

function upgrade()
	execute [[
		ALTER OPERATOR === (int, int) SET SCHEMA s;
		ALTER COLLATION bytes RENAME TO "by bytes";
		ALTER OPERATOR CLASS ints USING btree RENAME TO whole;
	]]
end
