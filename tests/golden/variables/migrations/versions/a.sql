CREATE FUNCTION :"fresh".f() RETURNS text LANGUAGE sql AS $$ SELECT ':"app_role"' $$;
ALTER FUNCTION :"fresh".f() OWNER TO :"app_role";
