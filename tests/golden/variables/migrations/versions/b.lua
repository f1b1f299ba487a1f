revision { id = "b", message = "and back", parent = "a" }
function upgrade()
	execute [[DROP VIEW :"fresh".regions]]
	execute [[REVOKE SELECT ON :"tenant".orders FROM :"app_role"]]
	execute [[ALTER TABLE users OWNER TO CURRENT_USER]]
	drop_table(var "fresh" .. ".t")
	add_column("users", column("more", "text", { default = var "region" }))
	drop_column("users", "n")
end
