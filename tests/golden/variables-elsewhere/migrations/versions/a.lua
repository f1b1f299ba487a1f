revision { id = "a", message = "what a variable names may be what is known by another name: no alarm" }
function upgrade()
	create_enum("mood", { "sad", "ok" })
	create_table(var "s" .. ".t", {
		column("a", "int", { primary_key = true, default = var "five" }),
		column("m", "mood", { default = var "ok" }),
		column("j", "jsonb", { default = var "five" }),
		column("w", "varchar(1)", { default = var "five" }),
		check { "a > 0" },
	})
	create_index("t", { "a" })
	add_column(var "s" .. ".t", column("z", "text"))
	execute [[
		INSERT INTO t (a, m) VALUES (:'three', :'ok'), (DEFAULT, 'sad');
		UPDATE t SET m = :'ok'::mood WHERE a = :'five';
		ALTER TABLE :"s".t ADD q int;
		SELECT q, z FROM :"s".t;
		GRANT SELECT ON ALL TABLES IN SCHEMA :"s" TO :"r";
		CREATE TABLE p (k int, w text) PARTITION BY RANGE (k);
		CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (:'five') TO (10);
		CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (:'three') TO (:'five');
		CREATE TABLE l (k text) PARTITION BY LIST (k);
		CREATE TABLE l1 PARTITION OF l FOR VALUES IN (:'five');
		CREATE TABLE l2 PARTITION OF l FOR VALUES IN (:'ok', '6');
		CREATE DOMAIN five AS int CHECK (VALUE >= :'five');
		CREATE TABLE d (x five DEFAULT :'five', i interval DEFAULT :'five', CHECK (x <> :'three'));
		CREATE POLICY policy ON :"s".d TO :"r" USING (x = :'three');
		CREATE FUNCTION :"s".f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
		SELECT f(1), :"s".f(2);
		CREATE TYPE :"s".kind AS ENUM ('a');
		CREATE TABLE k (a kind, b :"s".kind);
		SELECT c FROM :"s".there;
		COMMENT ON COLUMN :"s".there.c IS :'ok';
		ALTER TABLE :"s".there DROP c
	]]
	create_table("u", { column("a", "int", { references = var "s" .. ".t" }) })
	execute [[ SET search_path TO :"s"; SELECT d FROM there; ALTER TABLE d ADD y int ]]
	drop_table(var "s" .. ".there")
end
