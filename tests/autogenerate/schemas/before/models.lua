schema "billing"

table "users" {
  column("id", "bigint", { primary_key = true }),
}
