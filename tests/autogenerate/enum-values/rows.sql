INSERT INTO people VALUES (1, 'sad', 'closed', 'b', 'c'), (2, DEFAULT, DEFAULT, 'a', 'a');
