revision { id = "fo14", parent = "fo13", message = "what is not followed", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING FOR asciiword, word WITH simple;
		ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING REPLACE english_stem WITH simple;
		ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING FOR hword REPLACE simple WITH english_stem;
		GRANT USAGE ON LANGUAGE plpgsql TO golden_forms_a;
		REVOKE ALL ON SCHEMA public FROM PUBLIC;
		CREATE TRANSFORM FOR integer LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
		COMMENT ON TRANSFORM FOR integer LANGUAGE plpgsql IS 'to and fro';
		CREATE FUNCTION tra(integer) RETURNS integer LANGUAGE plpgsql TRANSFORM FOR TYPE integer AS 'BEGIN RETURN $1; END';
	]==]
end

function downgrade()
	execute [==[
		DROP FUNCTION tra(integer);
		DROP TRANSFORM FOR integer LANGUAGE plpgsql;
		GRANT USAGE ON SCHEMA public TO PUBLIC;
		REVOKE USAGE ON LANGUAGE plpgsql FROM golden_forms_a;
		ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING REPLACE simple WITH english_stem;
		ALTER TEXT SEARCH CONFIGURATION cf2 ALTER MAPPING FOR file, host, int, uint, float, sfloat, numword, version, email, url, url_path, numhword, hword_numpart WITH simple;
	]==]
end
