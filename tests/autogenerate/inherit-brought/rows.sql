INSERT INTO second VALUES (1, 'one');
