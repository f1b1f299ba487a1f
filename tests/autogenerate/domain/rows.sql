INSERT INTO t VALUES (1, 'abcd', 'b', 'ccc', 4, 'e', 'f', '{f1,f2}', 'g');
