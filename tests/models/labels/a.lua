enum "chain" { "b", "c", renamed_values = { b = "a", c = "b" } }
enum "there" { "a", "b", renamed_values = { b = "a" } }
