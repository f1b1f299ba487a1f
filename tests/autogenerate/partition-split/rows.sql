INSERT INTO ev (k, gone, n) SELECT CASE WHEN i % 3 > 0 THEN 'k' || i END, i, i FROM generate_series(1, 12) AS i;
INSERT INTO stays SELECT i FROM generate_series(1, 8) AS i;
INSERT INTO logged SELECT i FROM generate_series(1, 4) AS i;
INSERT INTO merged VALUES (1);
