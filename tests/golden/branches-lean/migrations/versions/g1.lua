revision { id = "g1", parent = "a1", message = "g1" }

function upgrade()
	execute [[
		CREATE VIEW tripled AS SELECT 3 AS n;
		CREATE VIEW doubled AS SELECT twice(1) AS n;
	]]
	create_index("t", { "extra" })
	drop_constraint("t", "some_extra")
end
