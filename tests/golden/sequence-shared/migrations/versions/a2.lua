revision { id = "a2", parent = "a1", message = "they follow", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_sequence("a_id_seq", "Odd one")
	rename_sequence("i_id_seq", "i_seq")
	execute "SET LOCAL search_path = billing; ALTER SEQUENCE a_id_seq RENAME TO b_seq"
end
