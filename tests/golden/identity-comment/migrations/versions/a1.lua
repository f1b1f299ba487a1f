revision { id = "a1", parent = nil, message = "Comments on the sequences of identities" }

function upgrade()
	create_table("t", { column("id", "bigint", { identity = "always" }), column("n", "integer", { identity = "by default" }) })
	comment_on("sequence t_id_seq", "counts")
	execute "COMMENT ON SEQUENCE t_n_seq IS 'it''s n'; ALTER SEQUENCE t_n_seq RENAME TO \"n s\""
end
