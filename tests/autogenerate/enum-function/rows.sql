INSERT INTO t VALUES (1, 'ok', 'sad', '(ok,2)'), (2, NULL, 'ok', NULL);
