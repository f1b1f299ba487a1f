revision { id = "a2", parent = "a1", message = "nothing is made", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		LOCK TABLE users, notes IN SHARE ROW EXCLUSIVE MODE;
		ANALYZE users (name), visits;
		COPY users (id, name) TO '/dev/null';
		PREPARE named AS SELECT name FROM users WHERE id = $1;
		DEALLOCATE named;
		DECLARE few CURSOR FOR SELECT id FROM notes;
		CLOSE few;
		REINDEX INDEX users_name_idx;
		REINDEX TABLE users;
		CLUSTER users USING users_name_idx;
	]]
	execute "REINDEX TABLE visits"
	execute "REINDEX INDEX visits_at_idx"
	execute("TRUNCATE users, notes", { down = "" })
	execute "VACUUM (ANALYZE) users (id)"
end
