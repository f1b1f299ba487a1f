INSERT INTO users (name) VALUES ('a'), ('b');
INSERT INTO posts (user_id) VALUES (1), (2);
INSERT INTO comments VALUES (1, 1, 2);
