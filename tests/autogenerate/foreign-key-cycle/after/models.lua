table "kept" {
  column("id", "bigint", { primary_key = true }),
}

table "departments" {
  column("id", "bigint", { primary_key = true }),
  column("head_id", "bigint", { references = "employees" }),
}

table "employees" {
  column("id", "bigint", { primary_key = true }),
  column("department_id", "bigint", { not_null = true, references = "departments" }),
  column("boss_id", "bigint", { references = "employees" }),
}
