revision { id = "a2", parent = "a1", message = "another dictionary", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER TEXT SEARCH CONFIGURATION copied ALTER MAPPING FOR word, int REPLACE public.one WITH two;
		ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING FOR url REPLACE one WITH simple;
		ALTER TEXT SEARCH CONFIGURATION own ALTER MAPPING REPLACE one WITH two;
		DROP TEXT SEARCH DICTIONARY one;
	]]
end
