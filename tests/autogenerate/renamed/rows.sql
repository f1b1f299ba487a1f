INSERT INTO persons (full_name, email, feeling, lives) VALUES ('Ann', 'a@b', 'happy', ('High Street', 5)), ('Bob', 'b@c', DEFAULT, NULL);
INSERT INTO app.visits SELECT id, '2026-01-31' FROM persons;
