INSERT INTO events VALUES (1, '2020-05-05Z', 'a'), (2, '2021-05-05Z', 'b'), (3, '2022-05-05Z', 'c');
INSERT INTO places VALUES (1, 'de'), (2, 'fr');
