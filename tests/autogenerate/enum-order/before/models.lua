enum "priority" { "high", "low", "middle" }
enum "size" { "large", "small" }
enum "state" { "old", "open", "older", "closed" }
enum "grade" { "a", "b" }
enum "colour" { "red", "green", "blue" }
enum "level" { "one", "two" }

table "tasks" {
  column("id", "bigint", { primary_key = true }),
  column("priority", "priority", { not_null = true, default = "low" }),
  column("others", "priority[]", { default = array { "high" } }),
  column("urgent", "boolean", { generated = "priority >= 'middle'" }),
  unique { "priority", "id" },
  index { "priority", where = "priority <> 'low'" },
  check { "priority < 'low' OR id > 0", name = "tasks_known" },
}

table "steps" {
  column("task", "bigint"),
  column("priority", "priority"),
  foreign_key { "priority", "task", references = "tasks(priority, id)" },
}

table "things" {
  column("id", "bigint", { primary_key = true }),
  column("size", "size", { default = "small" }),
  column("state", "state", { not_null = true, default = "old" }),
  column("colour", "colour"),
  column("level", "level"),
  column("grade", "grade", { default = "a" }),
}
