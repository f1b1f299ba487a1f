table "users" {
  column("id", "serial", { primary_key = true }),
  column("place", "bigserial"),
}
