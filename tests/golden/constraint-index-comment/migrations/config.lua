return { name = "constraint-index-comment" }
