revision { id = "a5", parent = "a4", message = "what is not followed gets its name again", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename("publication news", "Late news")
	rename("collation public.german", "deutsch")
	rename("foreign table far", "near")
	rename("column app.place.street", "road")
end
