revision { id = "a3", parent = "a2", message = "Drop an identity" }

function upgrade()
	execute "ALTER TABLE t ALTER id DROP IDENTITY"
end
