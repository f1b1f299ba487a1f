drop_table "t"
