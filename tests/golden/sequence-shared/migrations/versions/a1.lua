revision { id = "a1", message = "defaults that take from the sequences of others", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "billing"
	create_table("a", { column("id", "serial"), column("b", "integer") })
	create_table("i", {
		column("id", "integer", { identity = { "always" } }),
		column("b", "bigint", { default = sql "nextval('i_id_seq')" }),
	})
	create_table("billing.a", { column("id", "serial") })
	create_table("n", {
		column("a", "bigint", { default = sql "1 + NEXTVAL('Public.A_id_seq') * 2" }),
		column("b", "bigint", { default = sql "currval(regclass 'billing.a_id_seq')" }),
		column("c", "bigint", { default = sql "nextval(CAST('i_id_seq' AS regclass))" }),
		column("d", "bigint", { default = sql "nextval('a_id_seq'::text)" }),
	})
	execute "CREATE TABLE copied (LIKE a INCLUDING DEFAULTS)"
	create_table("child", { column("c", "integer"), inherits = { "a" } })
	execute "SET LOCAL search_path = billing; CREATE TABLE other (x bigint DEFAULT nextval('a_id_seq'))"
end
