table "accounts" {
  column("id", "serial", { primary_key = true }),
  column("position", "bigserial", { renamed_from = "place" }),
  renamed_from = "users",
}
