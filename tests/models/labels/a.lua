enum "chain" { "b", "c", renamed_values = { b = "a", c = "b" } }
