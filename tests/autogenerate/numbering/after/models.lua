table "serial_to_plain" {
  column("id", "integer", { primary_key = true }),
}

table "plain_to_serial" {
  column("id", "serial", { primary_key = true }),
}

table "serial_to_identity" {
  column("id", "integer", { primary_key = true, identity = "by default" }),
}

table "plain_to_identity" {
  column("id", "integer", { primary_key = true, identity = "always" }),
}

table "identity_to_plain" {
  column("id", "integer", { primary_key = true }),
}

table "identity_changes" {
  column("id", "integer", { primary_key = true, identity = "by default" }),
  column("other", "bigint", { identity = { "always", start = 20, increment = 2, cache = 5 } }),
}
