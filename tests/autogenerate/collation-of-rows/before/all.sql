CREATE COLLATION own (locale = 'C');
CREATE TABLE parts (x text COLLATE own) PARTITION BY LIST (x);
