revision { id = "c2", parent = "a1", message = "c2" }

function upgrade()
	execute "CREATE TABLE copy (LIKE copied)"
	execute "CREATE VIEW starred AS SELECT * FROM copied"
end
