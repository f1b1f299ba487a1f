return { postgres = 15 }
