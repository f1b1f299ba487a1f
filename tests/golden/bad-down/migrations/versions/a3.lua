revision { id = "a3", parent = "a2", message = "and what it says of enums", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute([[UPDATE t SET m = 'ok']], { down = "UPDATE t SET m = 'oky' WHERE m = 'ok'" })
end
