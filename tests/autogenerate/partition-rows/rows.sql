INSERT INTO ev VALUES (1,'a'),(2,'z'); INSERT INTO solo VALUES (1,'s');
