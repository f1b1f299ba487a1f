revision { id = "a1", message = "what was there before is not known", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
	execute "REVOKE TEMPORARY ON DATABASE postgres FROM golden_reader"
	execute "GRANT CONNECT ON DATABASE postgres TO PUBLIC"
	execute "REVOKE golden_reader FROM golden_writer"
	execute "GRANT SELECT ON pg_class TO golden_reader"
	execute "GRANT USAGE ON TYPE int4 TO golden_reader"
	execute("REASSIGN OWNED BY golden_reader TO golden_writer")
end
