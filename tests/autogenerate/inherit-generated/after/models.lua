-- the expression of a column that is inherited is not said where the column is said again
table "doubles" {
  column("id", "integer"),
  column("twice", "integer", { generated = "id * 2" }),
}
table "joins" {
  column("id", "integer", { not_null = true }),
  column("twice", "integer"),
  inherits = "doubles",
}
table "leaves" {
  column("id", "integer"),
  column("twice", "integer", { generated = "id * 2" }),
}
table "comes" {
  column("id", "integer"),
  column("twice", "integer"),
  inherits = "doubles",
}
