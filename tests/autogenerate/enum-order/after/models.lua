enum "priority" { "low", "middle", "high" }
enum "size" { "small", "medium", "large" }
enum "state" { "open", "closed" }
enum "grade" { "b", "a" }
enum "colour" { "cyan", "blue", "red" }
enum "level" { "2", "1", renamed_values = { ["1"] = "one", ["2"] = "two" } }

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
  column("size", "size", { default = "medium" }),
  column("state", "state", { not_null = true, default = "open" }),
  column("colour", "colour"),
  column("level", "level"),
  column("grade", "grade", { default = "a" }),
}
