revision { id = "a4", parent = "a3", message = "without a slot it is made and dropped in a transaction", created = "2026-11-29T19:50:00Z" }

function upgrade()
	execute [[
		CREATE SUBSCRIPTION near CONNECTION 'host=there' PUBLICATION part WITH (connect = false, slot_name = NONE);
		CREATE SCHEMA beside;
		DROP SUBSCRIPTION near;
		CREATE SUBSCRIPTION near CONNECTION 'host=there' PUBLICATION part WITH (connect = false, slot_name = NONE);
	]]
end
