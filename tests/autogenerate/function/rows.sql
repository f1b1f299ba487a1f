INSERT INTO posts VALUES (1, 'Some Title');
INSERT INTO keyed VALUES (1, 'Some Title');
