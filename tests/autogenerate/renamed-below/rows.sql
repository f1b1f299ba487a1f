INSERT INTO kid VALUES (1, 'b', 'c');
INSERT INTO grandkid (a, c) VALUES (2, 'c');
INSERT INTO events VALUES ('2025-05-05', 'last'), ('2027-01-01', 'next');
