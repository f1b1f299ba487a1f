revision { id = "a3", parent = "a2", message = "more rows than one statement takes", created = "2026-11-22T15:10:00Z" }

function upgrade()
	local rows = {}
	for i = 1, 1003 do
		rows[i] = { a = i, b = "b" .. i % 7 }
	end
	bulk_insert("pairs", rows)
end
