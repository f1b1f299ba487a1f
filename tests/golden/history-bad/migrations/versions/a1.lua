revision { id = "a1", message = "the tables of migrate" }

function upgrade()
	create_table("migrate_history", { column("id", "bigint") })
	execute "CREATE TABLE public.migrate_audit (id bigint)"
	execute "CREATE TABLE migrate_audit AS SELECT 1 AS x"
	execute "CREATE TABLE IF NOT EXISTS migrate_history (id bigint)"
	execute "CREATE TABLE IF NOT EXISTS migrate_history AS SELECT 1 AS x"
	create_schema "elsewhere"
	create_table("elsewhere.migrate_history", { column("id", "bigint") })
	execute "CREATE TEMPORARY TABLE migrate_audit (id bigint)"
end

function downgrade() end
