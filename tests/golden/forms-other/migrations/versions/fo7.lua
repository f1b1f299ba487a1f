revision { id = "fo7", parent = "fo6", message = "subscriptions", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE SUBSCRIPTION sub1 CONNECTION 'host=nowhere' PUBLICATION x, y WITH (connect = false, slot_name = NONE, enabled = false, create_slot = false, binary = true, streaming = true, synchronous_commit = 'off', two_phase = false, disable_on_error = true, copy_data = false);
		ALTER SUBSCRIPTION sub1 CONNECTION 'host=elsewhere'; ALTER SUBSCRIPTION sub1 SET PUBLICATION z WITH (refresh = false); ALTER SUBSCRIPTION sub1 ADD PUBLICATION w WITH (refresh = false); ALTER SUBSCRIPTION sub1 DROP PUBLICATION z WITH (refresh = false);
		ALTER SUBSCRIPTION sub1 SET (binary = false, streaming = false, synchronous_commit = 'on', disable_on_error = false, slot_name = NONE);
		ALTER SUBSCRIPTION sub1 RENAME TO sub1b; ALTER SUBSCRIPTION sub1b OWNER TO golden_forms_super; COMMENT ON SUBSCRIPTION sub1b IS 's';
		ALTER SUBSCRIPTION sub1b DISABLE;
	]==]
end
