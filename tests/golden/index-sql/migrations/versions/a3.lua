revision { id = "a3", parent = "a2", message = "ALTER INDEX, DROP INDEX", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		ALTER INDEX named RENAME TO renamed;
		ALTER INDEX IF EXISTS nothing RENAME TO renamed;
		ALTER INDEX renamed SET (fillfactor = 60);
		ALTER INDEX renamed RESET (fillfactor), SET (deduplicate_items = off);
		ALTER INDEX renamed SET TABLESPACE pg_default;
		ALTER TABLE t CLUSTER ON t_a_b_idx;
		ALTER TABLE t SET WITHOUT CLUSTER;
		ALTER TABLE t CLUSTER ON renamed;
		DROP INDEX t_lower_expr_expr1_idx, t_a_idx;
		DROP INDEX IF EXISTS nothing;
	]]
	execute [[CREATE INDEX CONCURRENTLY ON t (b)]]
	execute [[DROP INDEX CONCURRENTLY t_a_a1_a2_idx]]
end
