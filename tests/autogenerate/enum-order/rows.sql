INSERT INTO tasks VALUES (1, 'high', '{high,low}'), (2, 'low', '{}'), (3, 'middle', NULL);
INSERT INTO steps VALUES (1, 'high'), (2, 'low');
INSERT INTO things VALUES (1, 'large', 'open', 'blue', 'one', 'b'), (2, 'small', 'closed', 'red', 'two', 'b');
