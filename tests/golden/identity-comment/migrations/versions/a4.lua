revision { id = "a4", parent = "a3", message = "Make it again, with none" }

function upgrade()
	execute "ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY"
end
