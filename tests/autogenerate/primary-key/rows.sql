INSERT INTO lines VALUES (1, 1, 'a'), (1, 2, 'b');
INSERT INTO notes VALUES (1, 'first');
INSERT INTO tags VALUES (1, 'one');
INSERT INTO taggings VALUES (1, 1);
