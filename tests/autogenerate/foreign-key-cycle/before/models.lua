table "kept" {
  column("id", "bigint", { primary_key = true }),
}

table "a_child" {
  column("id", "bigint", { primary_key = true }),
  column("parent_id", "bigint", { references = "z_parent" }),
}

table "z_parent" {
  column("id", "bigint", { primary_key = true }),
}

table "old_one" {
  column("id", "bigint", { primary_key = true }),
  column("other_id", "bigint", { references = "old_other" }),
}

table "old_other" {
  column("id", "bigint", { primary_key = true }),
  column("one_id", "bigint", { references = "old_one" }),
}
