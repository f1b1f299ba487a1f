table "serial_to_plain" {
  column("id", "serial", { primary_key = true }),
}

table "plain_to_serial" {
  column("id", "integer", { primary_key = true }),
}

table "serial_to_identity" {
  column("id", "serial", { primary_key = true }),
}

table "plain_to_identity" {
  column("id", "integer", { primary_key = true }),
}

table "identity_to_plain" {
  column("id", "integer", { primary_key = true, identity = "always" }),
}

table "identity_changes" {
  column("id", "integer", { primary_key = true, identity = "always" }),
  column("other", "bigint", { identity = { "by default", start = 10, increment = 5 } }),
}
