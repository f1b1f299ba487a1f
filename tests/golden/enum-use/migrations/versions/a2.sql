-- the labels that are there, and one that is not
INSERT INTO t (id, m) VALUES
  (1, 'sad'),
  (2, 'okay'),
  (3, 'great');

SELECT *
FROM t AS x
WHERE x.m = 'great' AND x.n = 'great';
