revision { id = "a1", message = "rarer kinds", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE FOREIGN DATA WRAPPER away VALIDATOR postgresql_fdw_validator;
		CREATE FOREIGN DATA WRAPPER bare;
		CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
		CREATE LANGUAGE speech HANDLER plpgsql_call_handler;
		CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
		CREATE AGGREGATE rows(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
	]]
	create_table("piled", { column("a", "int"), using = "pile" })
	execute "CREATE FUNCTION say() RETURNS int LANGUAGE speech AS 'x'"
end
