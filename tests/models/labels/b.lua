enum "swapped" { "x", "y", renamed_values = { x = "y", y = "x" } }
