sequence "gone"
sequence "changed" { start = 10 }
sequence "typed" { type = "integer" }
sequence "cycles" { max_value = 100 }
sequence "owned"
sequence "default_gone"

table "t" {
  column("id", "bigint", { primary_key = true }),
  column("number", "bigint", { default = sql "nextval('default_gone')" }),
  column("other", "bigint"),
}
