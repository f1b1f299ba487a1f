revision { id = "a2", parent = "a1", message = "labels on each kind", created = "2026-11-29T19:00:00Z" }

function upgrade()
	execute [[
		SECURITY LABEL FOR tester ON SCHEMA secret IS 'a schema';
		SECURITY LABEL FOR tester ON TYPE kind IS 'an enum';
		SECURITY LABEL FOR tester ON TYPE pair IS 'a composite type';
		SECURITY LABEL FOR tester ON COLUMN pair.y IS 'an attribute';
		SECURITY LABEL FOR tester ON TYPE span IS 'a range';
		SECURITY LABEL FOR tester ON DOMAIN positive IS 'a domain';
		SECURITY LABEL FOR tester ON SEQUENCE numbers IS 'a sequence';
		SECURITY LABEL FOR tester ON SEQUENCE users_id_seq IS 'of an identity';
		SECURITY LABEL FOR tester ON TABLE users IS 'it''s a table';
		SECURITY LABEL FOR tester ON COLUMN users.email IS 'a column';
		SECURITY LABEL FOR tester ON COLUMN secret.child.email IS '';
		SECURITY LABEL FOR tester ON FOREIGN TABLE away IS 'a foreign table';
		SECURITY LABEL ON COLUMN away.a IS 'by the one that there is';
		SECURITY LABEL ON VIEW v IS 'a view';
		SECURITY LABEL ON COLUMN v.email IS 'of a view';
		SECURITY LABEL ON MATERIALIZED VIEW m IS 'a materialized view';
		SECURITY LABEL ON COLUMN m.one IS 'of a materialized view';
		SECURITY LABEL FOR tester ON FUNCTION f(int) IS 'a function';
		SECURITY LABEL ON PROCEDURE p() IS 'a procedure';
		SECURITY LABEL FOR tester ON AGGREGATE total(int) IS 'an aggregate';
		SECURITY LABEL FOR tester ON EVENT TRIGGER done IS 'an event trigger';
		SECURITY LABEL FOR tester ON PUBLICATION all_of_it IS 'a publication';
	]]
end
