revision { id = "c3", parent = "a1", message = "c3" }

function upgrade()
	execute "DO $$ BEGIN UPDATE called SET n = 5; END $$"
end
