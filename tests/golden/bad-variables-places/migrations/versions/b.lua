revision { id = "b", message = "what is wrong beside a variable", parent = "a" }
function upgrade()
	execute([[SELECT z, :"app_role" FROM v]])
	execute([[ALTER TABLE nowhere OWNER TO :"app_role"]])
end
