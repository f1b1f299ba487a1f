revision { id = "a1", message = "languages and access methods", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE LANGUAGE ours HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
		CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
		CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
		COMMENT ON LANGUAGE ours IS 'like theirs';
		COMMENT ON ACCESS METHOD tree IS 'like btree';
	]]
end
