revision { id = "a2", parent = "a1", message = "Another, and none" }

function upgrade()
	comment_on("sequence t_id_seq", "counts more")
	comment_on('sequence "n s"', null)
end
