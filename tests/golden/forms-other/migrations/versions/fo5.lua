revision { id = "fo5", parent = "fo4", message = "publications", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE PUBLICATION pub1 FOR ALL TABLES WITH (publish = 'insert, update', publish_via_partition_root = true);
		CREATE PUBLICATION pub2 FOR TABLE ONLY t WHERE (a > 5), TABLE app.u *, TABLES IN SCHEMA app2, CURRENT_SCHEMA;
		CREATE PUBLICATION pub3;
		CREATE PUBLICATION pub4 FOR TABLES IN SCHEMA app;
		CREATE PUBLICATION pub5 FOR TABLE t, app.u WITH (publish = '');
	]==]
end
