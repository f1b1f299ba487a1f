revision { id = "a1", message = "subscriptions", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE SUBSCRIPTION far CONNECTION 'host=there dbname=x' PUBLICATION part, "some more"
			WITH (connect = false, slot_name = NONE, "binary" = true);
		COMMENT ON SUBSCRIPTION far IS 'what they do';
	]]
end
