INSERT INTO t VALUES (1, ROW('x y','12',1), ARRAY[ROW('a','1',2)::addr]), (2, NULL, NULL), (3, ROW('q"',NULL,NULL), '{}');
