revision { id = "a3", parent = "a2", message = "dropped", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		DROP AGGREGATE sum_up(integer), middle(double precision, anyelement);
		DROP AGGREGATE app.many(*);
		DROP OPERATOR CLASS app.moods USING btree;
		DROP OPERATOR app.<<< (feeling, feeling);
		DROP OPERATOR app.@@@ (NONE, feeling);
		DROP CAST (feeling AS integer);
		DROP OPERATOR FAMILY all_numbers USING btree;
	]]
	execute "DROP FUNCTION add CASCADE"
	execute "DROP CAST IF EXISTS (feeling AS integer)"
end
