revision { id = "fo6", parent = "fo5", message = "they change", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		ALTER PUBLICATION pub2 DROP TABLES IN SCHEMA app2, CURRENT_SCHEMA;
		ALTER PUBLICATION pub2 ADD TABLE app2.w, TABLES IN SCHEMA app;
		ALTER PUBLICATION pub2 DROP TABLES IN SCHEMA app;
		ALTER PUBLICATION pub2 SET TABLE t (a) WHERE (a < 3), pt;
		ALTER PUBLICATION pub2 DROP TABLE pt;
		ALTER PUBLICATION pub3 SET TABLES IN SCHEMA app, app2;
		ALTER PUBLICATION pub3 SET (publish = 'delete', publish_via_partition_root);
		ALTER PUBLICATION pub1 SET (publish = 'truncate');
		ALTER PUBLICATION pub1 OWNER TO golden_forms_super; ALTER PUBLICATION pub1 RENAME TO pub1b; COMMENT ON PUBLICATION pub1b IS 'p';
		DROP PUBLICATION IF EXISTS pub5, nosuch CASCADE; DROP PUBLICATION pub4 RESTRICT;
	]==]
end
