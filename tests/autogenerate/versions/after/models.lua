table "users" {
  column("id", "serial", { primary_key = true }),
  column("name", "varchar(20)", { not_null = true, default = "x" }),
  column("email", "text", { unique = true, not_null = true }),
  column("age", "integer", { check = "age > 0" }),
  index { "name", "age", name = "users_name" },
}

define [[
CREATE VIEW adults AS SELECT id FROM users WHERE age >= 18;
]]
