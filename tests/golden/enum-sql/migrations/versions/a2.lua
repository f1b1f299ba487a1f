revision { id = "a2", parent = "a1", message = "values, in SQL", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[ALTER TYPE mood ADD VALUE 'great']]
	execute [[ALTER TYPE mood ADD VALUE 'first' BEFORE 'sad']]
	execute [[ALTER TYPE public.mood ADD VALUE IF NOT EXISTS 'second' AFTER 'first']]
	execute [[ALTER TYPE mood RENAME VALUE 'sad' TO 'sadder']]
end
