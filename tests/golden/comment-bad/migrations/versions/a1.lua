revision { id = "a1", message = "refusals", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_sequence("s1")
	create_table("users", { column("email", "text") })
	create_table("posts", { column("email", "text") })
	comment_on("tble users", "x")
	comment_on("table user_s", "x")
	comment_on("column users.emial", "x")
	comment_on("constraint c on posts", "x")
	comment_on("index i", "x")
	comment_on("index s1", "x")
	comment_on("sequence s2", "x")
	comment_on("table s1 IS 'x'; DROP TABLE users; COMMENT ON TABLE s1", "x")
	comment_on("schema pulbic", "x")
	comment_on("extension citext", "x")
	comment_on("type mood", "x")
	execute [[COMMENT ON TABLE nosuch IS 'x']]
end
