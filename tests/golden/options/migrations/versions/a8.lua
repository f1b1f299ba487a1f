revision { id = "a8", parent = "a7", message = "and again", created = "2026-11-29T11:00:00Z" }

function upgrade()
	enable_trigger("t", "touched", { always = true, only = true })
	enable_rule("t", "quiet", { replica = true, table_if_exists = true, only = true })
	alter_sequence("short", { unlogged = false, type = "bigint" })
	alter_sequence("long", { unlogged = true, min_value = "none", max_value = "none" })
	create_sequence("long", { if_not_exists = true, comment = "not this one" })
	create_index("t", { "a" }, { if_not_exists = true, name = "t_key", comment = "not this one" })
	create_table("numbered", { column("id", "bigint", { identity = { "always", min_value = "none", max_value = "none" }, primary_key = true }), column("name", "text") })
	bulk_insert("numbered", { { id = 5, name = "x" } }, { overriding = "user" })
	copy_file("numbered", "../lib/names.csv", { header = true, columns = "name" })
	execute [[CREATE EXTENSION hstore VERSION '1.7']]
	create_table("split", { column("a", "integer"), partition_by = "list (a)", partition("split_1", { values = 1 }) })
	-- what DETACH PARTITION CONCURRENTLY leaves where it is stopped
	execute([[
		DO $$ BEGIN
			ALTER TABLE split_1 ADD CONSTRAINT split_1_a_check CHECK (a IS NOT NULL AND a = 1);
			UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'split_1'::regclass;
		END $$
	]], { down = "" })
	detach_partition("split", "split_1", { finalize = true })
	rename_sequence("long", "wide", { if_exists = true })
	rename_sequence("nowhere", "somewhere", { if_exists = true })
	rename("view seen", "viewed", { if_exists = true })
	rename("column viewed.a", "b", { if_exists = true })
	rename("materialized view nowhere", "somewhere", { if_exists = true })
	create_schema "app"
	set_schema("sequence wide", "app", { if_exists = true })
	set_schema("sequence nowhere", "app", { if_exists = true })
	set_schema("view viewed", "app", { if_exists = true })
	owner("sequence app.wide", "golden_options", { if_exists = true })
	owner("table nowhere", "golden_options", { if_exists = true })
end
