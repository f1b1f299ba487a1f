revision { id = "a2", parent = "a1", message = "changed", created = "2026-11-22T15:10:00Z" }

function upgrade()
	rename_enum("mood", "feeling")
	execute [[
		ALTER AGGREGATE total(integer) RENAME TO sum_up;
		ALTER AGGREGATE many(*) SET SCHEMA app;
		ALTER OPERATOR <<< (feeling, feeling) SET (RESTRICT = NONE, JOIN = scalarltjoinsel);
		ALTER OPERATOR <<< (feeling, feeling) SET SCHEMA app;
		ALTER OPERATOR FAMILY numbers USING btree DROP FUNCTION 1 (integer, bigint), OPERATOR 1 (integer, bigint);
		ALTER OPERATOR FAMILY numbers USING btree RENAME TO all_numbers;
		ALTER OPERATOR CLASS moods USING btree SET SCHEMA app;
		ALTER FUNCTION plus(integer, integer) RENAME TO add;
		CREATE OR REPLACE AGGREGATE old_total (integer) (SFUNC = add, STYPE = integer, INITCOND = '1');
	]]
end
