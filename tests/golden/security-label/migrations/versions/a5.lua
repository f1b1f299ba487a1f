revision { id = "a5", parent = "a4", message = "all of it", created = "2026-11-29T19:00:00Z" }

function upgrade()
	execute [[
		DROP TABLE people CASCADE;
		DROP SCHEMA secret CASCADE;
		DROP TYPE kind, pair, span;
		DROP DOMAIN positive;
		DROP SEQUENCE numbers;
		DROP SERVER far CASCADE;
		DROP MATERIALIZED VIEW m;
		DROP PROCEDURE p;
		DROP AGGREGATE total(int);
		DROP EVENT TRIGGER done;
		DROP FUNCTION ended;
		DROP PUBLICATION all_of_it;
	]]
end
