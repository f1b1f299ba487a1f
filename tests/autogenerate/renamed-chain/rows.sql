INSERT INTO a (x) VALUES ('of a');
INSERT INTO b (x) VALUES (5);
INSERT INTO items VALUES ('one', 'two', 'three', 'four', 'high', 'one');
