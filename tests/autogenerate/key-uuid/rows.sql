INSERT INTO users VALUES ('a1f5ca39-2b2c-4b43-8e0b-6d9b2a0ec0cb');
INSERT INTO posts VALUES (1, 'a1f5ca39-2b2c-4b43-8e0b-6d9b2a0ec0cb');
