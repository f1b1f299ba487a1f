revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER SUBSCRIPTION far RENAME TO away;
		ALTER SUBSCRIPTION away CONNECTION 'host=here';
		ALTER SUBSCRIPTION away ADD PUBLICATION "the rest" WITH (refresh = false);
		ALTER SUBSCRIPTION away DROP PUBLICATION part WITH (refresh = false);
		ALTER SUBSCRIPTION away SET (slot_name = 'slot', binary = off, streaming, synchronous_commit = 'local');
		ALTER SUBSCRIPTION away ENABLE;
		ALTER SUBSCRIPTION away DISABLE;
		ALTER SUBSCRIPTION away OWNER TO CURRENT_USER;
		ALTER SUBSCRIPTION away SET (slot_name = NONE);
		COMMENT ON SUBSCRIPTION away IS NULL;
	]]
end
