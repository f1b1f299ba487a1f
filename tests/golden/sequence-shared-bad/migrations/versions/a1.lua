revision { id = "a1", message = "sequences that others need", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_schema "billing"
	create_table("a", { column("id", "serial"), column("b", "integer") })
	create_table("i", { column("id", "integer", { identity = { "always" } }), column("b", "integer") })
	create_table("own", { column("id", "serial"), column("b", "integer", { default = sql "nextval('own_id_seq')" }) })
	create_sequence("q")
	create_table("n", {
		column("a", "bigint", { default = sql "nextval('a_id_seq')" }),
		column("b", "bigint", { default = sql "nextval('i_id_seq')" }),
		column("c", "bigint"),
		column("d", "bigint", { default = sql "nextval('q'::regclass)" }),
	})
	execute [[
CREATE TABLE copied (LIKE a INCLUDING DEFAULTS);
CREATE TABLE child (id int) INHERITS (own);
CREATE TABLE parent (id serial, k int) PARTITION BY LIST (k);
CREATE TABLE part PARTITION OF parent DEFAULT;
ALTER TABLE parent DETACH PARTITION part;
]]
	alter_column("n", "c",
		{ default = sql "nextval('own_id_seq')" })
end

