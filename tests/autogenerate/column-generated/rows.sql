INSERT INTO t (id, a, becomes_generated) VALUES (1, 5, 6);
