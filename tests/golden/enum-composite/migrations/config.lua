return { name = "enum-composite" }
