revision { id = "a3", parent = "a2", message = "names", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_sequence("s4", "numbers")
	rename_sequence("numbers", "billing.numbers")
	rename_sequence("t_b_seq", "t_b_numbers")
	comment_on("sequence s1", "one")
end
