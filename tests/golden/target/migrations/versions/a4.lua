revision { id = "a4", parent = "a3", message = "other owners", created = "2026-11-22T15:10:00Z" }

function upgrade()
	owner("table app.users", "Golden bob")
	owner("view app.everyone", "golden_alice")
	owner("sequence app.counter", "golden_alice")
	owner("type app.mood", "golden_alice")
	owner("domain app.quantity", "golden_alice")
	owner("function app.g(integer)", "Golden bob")
	owner("schema app", "golden_alice")
	owner("server far_away", "golden_alice")
end
