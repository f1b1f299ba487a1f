create_table("t", { column("a", "integer") })
add_column("t", column("b", "integer"))
bulk_insert("t", { { a = 1 } })
execute [[ CREATE TABLE x (a int) ]]
drop_table "t"
create_enum("e", { "a" })
create_index("t", { "a" })
revision { id = "a" }
