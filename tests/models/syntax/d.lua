table "x" {
  column("a", "integer"
}
