revision { id = "a1", message = "foreign data", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE FOREIGN DATA WRAPPER far OPTIONS (debug 'true');
		CREATE SERVER there TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER far OPTIONS (host 'a', port '5');
		CREATE USER MAPPING FOR PUBLIC SERVER there OPTIONS ("user" 'u');
		CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER there;
		COMMENT ON SERVER there IS 'over there';
	]]
end
