table "a_parents" {
  column("id", "bigint", { primary_key = true }),
}

table "b_children" {
  column("id", "bigint", { primary_key = true }),
  column("parent_id", "bigint", { references = "a_parents" }),
}

table "c_grandchildren" {
  column("id", "bigint", { primary_key = true }),
  column("parent_id", "bigint", { references = "b_children" }),
}

table "kept" {
  column("id", "bigint", { primary_key = true }),
  column("a_id", "bigint", { references = "a_parents" }),
  column("b_id", "bigint"),
}

define [[
CREATE VIEW seen AS SELECT p.id, count(*) FROM a_parents p JOIN kept k ON k.a_id = p.id GROUP BY p.id;
]]
