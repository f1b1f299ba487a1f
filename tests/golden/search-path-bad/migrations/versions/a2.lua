revision { id = "a2", parent = "a1", message = "a path that is put together", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "SELECT set_config('search_path', current_setting('search_path') || ', s', true); ALTER TABLE anything ADD a integer"
end
