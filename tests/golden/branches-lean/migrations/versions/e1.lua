revision { id = "e1", parent = "a1", message = "e1" }

function upgrade()
	create_table("owl", { column("id", "bigint", { primary_key = true }) })
	create_table("early", { column("id", "bigint", { references = "own" }) })
	create_table("typed", { column("m", "mood") })
	create_table("billing.t", { column("id", "bigint") })
	execute "CREATE VIEW doubled AS SELECT twice(1) AS n"
	create_table("numbered", { column("n", "bigint", { default = sql "nextval('numbers')" }) })
	add_column("owned", column("n", "integer"))
	add_column("nowhere", column("n", "integer"))
end
