sequence "new" { start = 100, increment = 5, cache = 20 }
sequence "changed" { start = 20, increment = 2 }
sequence "typed" { type = "bigint" }
sequence "cycles" { max_value = 100, cycle = true }
sequence "owned" { owned_by = "t.other" }

table "t" {
  column("id", "bigint", { primary_key = true }),
  column("number", "bigint", { default = sql "nextval('new')" }),
  column("other", "bigint", { default = sql "nextval('owned')" }),
}
