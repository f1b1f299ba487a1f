revision { id = "fo11", parent = "fo10", message = "privileges", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE t, app.u TO golden_forms_a WITH GRANT OPTION;
		GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA app, app2 TO golden_forms_b, PUBLIC;
		GRANT SELECT (a, b), UPDATE (b), INSERT (a), REFERENCES (a) ON t TO golden_forms_b;
		GRANT USAGE, SELECT, UPDATE ON SEQUENCE q TO golden_forms_a; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO golden_forms_b;
		GRANT EXECUTE ON FUNCTION f(integer) TO golden_forms_a; GRANT ALL ON PROCEDURE p TO golden_forms_b; GRANT EXECUTE ON ROUTINE f TO golden_forms_b; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO golden_forms_a; GRANT ALL ON ALL PROCEDURES IN SCHEMA public TO golden_forms_a; GRANT ALL ON ALL ROUTINES IN SCHEMA app TO golden_forms_a;
		GRANT SELECT ON v TO golden_forms_a GRANTED BY CURRENT_USER;
		GRANT golden_forms_a TO golden_forms_b WITH ADMIN OPTION;
		REVOKE GRANT OPTION FOR SELECT ON t FROM golden_forms_a CASCADE;
		REVOKE ALL PRIVILEGES ON t FROM golden_forms_a RESTRICT; REVOKE SELECT (a) ON t FROM golden_forms_b;
		REVOKE ADMIN OPTION FOR golden_forms_a FROM golden_forms_b; REVOKE golden_forms_a FROM golden_forms_b;
	]==]
end
