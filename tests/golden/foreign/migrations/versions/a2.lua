revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER SERVER there VERSION '2' OPTIONS (SET host 'b', DROP port, ADD dbname 'd');
		ALTER SERVER there RENAME TO beyond;
		ALTER FOREIGN DATA WRAPPER far OPTIONS (DROP debug);
		ALTER FOREIGN DATA WRAPPER far RENAME TO farther;
		ALTER USER MAPPING FOR PUBLIC SERVER beyond OPTIONS (SET "user" 'v', ADD password 'p');
	]]
end
