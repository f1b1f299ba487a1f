revision { id = "a1", message = "what is wrong in bodies", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_table("users", { column("id", "bigint", { primary_key = true }), column("email", "text") })
	execute [[
		CREATE FUNCTION find(address text) RETURNS bigint LANGUAGE sql STABLE AS $$
			SELECT id
			FROM users
			WHERE emal = address
		$$;
		CREATE FUNCTION rename(who bigint, address text) RETURNS void LANGUAGE sql AS '
			UPDATE users SET email = addres WHERE id = who;
			SELECT 1;
		';
		CREATE FUNCTION swapped(who bigint) RETURNS TABLE (id bigint, email text) LANGUAGE sql AS $$
			SELECT u.email, u.id FROM users u WHERE u.id = $2
		$$;
		CREATE FUNCTION number() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*)::text FROM users $$;
		CREATE FUNCTION touch() RETURNS trigger LANGUAGE sql AS $$ SELECT new $$;
		CREATE FUNCTION nothing() RETURNS bigint LANGUAGE sql AS $$ DELETE FROM users $$;
		CREATE FUNCTION unread() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN nosuch; END $$;
		CREATE FUNCTION atomic(who bigint) RETURNS text LANGUAGE sql
		BEGIN ATOMIC
			SELECT email FROM users WHERE id = whom;
		END;
		CREATE FUNCTION typo() RETURNS text LANGUAGE sql AS $$
			SELECT
			FORM users;
		$$;
	]]
end
