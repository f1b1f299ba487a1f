revision { id = "a1", message = "x" }
